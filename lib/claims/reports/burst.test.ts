import { expect, it } from "vitest";
import { isBurst, templateOf } from "./burst.ts";

it.each([
  ["明天早上8点全城停水，赶紧存水！", "【紧急】明天早上 9 点全城停水，赶紧存水！！！"],
  ["捐款已有1,203人，请转发", "捐款已有88人,请转发👍"],
  ["房价下跌３０％", "房价下跌12.5%"],
])("sees one text in %j and %j", (one, other) => {
  expect(templateOf(one)).toBe(templateOf(other));
});

it("tells other texts apart, and has nothing to say of no words", () => {
  expect(templateOf("明天全城停水")).not.toBe(templateOf("明天全城停电"));
  expect(templateOf("")).toBeNull();
  expect(templateOf("2026 👍 8:00")).toBeNull();
  expect(templateOf("明天全城停水")).toMatch(/^[\w-]{22}$/);
});

it.each([
  [19, 1, false],
  [20, 10, true],
  [20, 11, false],
  [640, 10, true],
])("%i times in %i minutes is a burst: %s", (count, minutes, burst) => {
  expect(isBurst({ count, minutes })).toBe(burst);
});
