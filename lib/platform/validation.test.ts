import fc from "fast-check";
import { expect, it } from "vitest";
import { requiredText, rowNumber, text } from "./validation.ts";

it.each(["0", "-1", "1.5", "9999999999", "1e40", "abc", "", undefined])(
  "takes %j for no number of a row",
  (value) => {
    expect(rowNumber.safeParse(value).success).toBe(false);
  },
);

it("takes the number of a row, typed or sent, and says of another that it is wrong", () => {
  expect([rowNumber.parse("42"), rowNumber.parse(2_147_483_647)]).toEqual([42, 2_147_483_647]);
  expect(rowNumber.safeParse("9999999999").error?.issues).toMatchObject([{ message: "invalid" }]);
});

/** Signs that nobody sees, by Unicode's own word. */
const unseen = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code)).filter((sign) =>
  /[\s\p{Default_Ignorable_Code_Point}\p{Cf}]/u.test(sign),
);

it("takes a text of which nothing is seen for none, and leaves what stands among others", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...unseen), { maxLength: 12 }), (signs) => {
      const nothing = signs.join("");
      expect(text().parse(nothing)).toBe("");
      expect(requiredText().safeParse(nothing).error?.issues).toMatchObject([{ message: "required" }]);
      expect(requiredText().safeParse(`${nothing}停水`).success).toBe(true);
    }),
  );
  expect(text().parse("\u2800\u0301")).toBe("");
  expect(text().parse("👨\u200d👩")).toBe("👨\u200d👩");
  expect(text().parse("……？！")).toBe("……？！");
});
