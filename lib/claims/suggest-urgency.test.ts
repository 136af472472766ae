import { expect, it } from "vitest";
import { suggestUrgency } from "./suggest-urgency.ts";

it.each([
  ["今晚三点有大地震，快跑", "P0", "今晚三点有大地震"],
  ["上游水库马上要泄洪", "P0", "马上要泄洪"],
  ["化工厂毒气泄漏了，现在都在跑", "P0", "毒气泄漏了，现在"],
  ["点链接填验证码领钱", "P1", "点链接"],
  ["高考数学泄题了", "P1", "高考"],
  ["超市的盐被抢购一空", "P1", "抢购"],
])("%s is %s because it says %s", (text, urgency, quote) => {
  expect(suggestUrgency([text])).toEqual({ urgency, quote });
});

it.each(["空腹喝豆浆好不好", "2008年的地震是怎么发生的", "景区门票涨价"])(
  "%s says nothing of urgency",
  (text) => {
    expect(suggestUrgency([text])).toBeNull();
  },
);
