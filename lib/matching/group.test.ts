import fc from "fast-check";
import { expect, it } from "vitest";
import { group } from "./group.ts";

it("puts wordings of one claim together and other towns apart", () => {
  const texts = [
    "德阳明天起全城停水三天",
    "【转发】德陽明天起全城停水三天！！",
    "绵阳明天起全城停水三天",
    "生吃大蒜能杀死幽门螺旋杆菌",
    "求证：德阳明天起全城停水三天是真的吗",
  ];
  expect(group(texts)).toEqual([[0, 1, 4], [2], [3]]);
});

it("puts every text in one group", () => {
  const words = fc.string({ unit: fc.constantFrom(..."停水停电地震辐射碘盐大蒜口罩三天"), maxLength: 20 });
  fc.assert(
    fc.property(fc.array(words, { maxLength: 30 }), (texts) => {
      const places = group(texts).flat();
      expect(places.toSorted((one, other) => one - other)).toEqual(texts.map((_, at) => at));
    }),
  );
});
