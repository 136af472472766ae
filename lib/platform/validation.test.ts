import { expect, it } from "vitest";
import { rowNumber } from "./validation.ts";

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
