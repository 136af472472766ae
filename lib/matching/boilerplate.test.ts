import { expect, it } from "vitest";
import { normalise } from "#lib/wording/normalise";
import { withoutBoilerplate } from "./boilerplate.ts";
import { bare, compact, wordingOf } from "./wording.ts";

it.each([
  ["【紧急通知】刚刚收到，请大家务必转发到所有的群里！！！喝醋能预防感冒", "喝醋能预防感冒"],
  [
    "喝醋能预防感冒\n收到请扩散，功德无量，消息绝对可靠。详情点击 https://t.cn/A6abc123 复制打开",
    "喝醋能预防感冒",
  ],
  ["求证：喝醋能预防感冒是真的吗？", "喝醋能预防感冒"],
  ["听说喝醋能预防感冒，是不是真的", "喝醋能预防感冒"],
  ["喝醋能预防感冒，朋友在卫健委上班，速转！", "喝醋能预防感冒"],
  ["喝醋能预防感冒", "喝醋能预防感冒"],
  [
    "7.53 复制打开抖音，看看【某某的作品】喝醋能预防感冒 # 健康 https://v.douyin.com/abc/ 04/12 abC:/",
    "喝醋能预防感冒",
  ],
  ["张三 11-20 22:56\n喝醋能预防感冒\n李四 22:57\n真的假的", "喝醋能预防感冒"],
])("%s → %s", (message, claim) => {
  expect(compact(wordingOf(message).text)).toBe(claim);
});

it("leaves a message of nothing but boilerplate whole", () => {
  expect(wordingOf("紧急通知，请转发！").text).toBe("紧急通知\n请转发");
});

it.each([
  ["新型冠状病毒疫苗已研制成功", "新冠肺炎疫苗已研制成功", true],
  ["熏艾可以预防新冠", "熏艾能预防新冠病毒吗", true],
  ["熏艾可能预防新冠", "熏艾能预防新冠", false],
  ["熏艾能预防新冠", "熏醋能预防新冠", false],
])("%s, %s: barely the same %s", (one, other, same) => {
  expect(bare(one) === bare(other)).toBe(same);
});

// Patterns with repeated alternatives once took hours here; these end, or the test's time does.
it.each(["a", "转发到", "是真的吗", "群的", "业主群的", "各位", "朋友在", "孩子班级"])(
  "comes to an end on five thousand characters of %s",
  (piece) => {
    expect(withoutBoilerplate(normalise(`${piece.repeat(5000 / piece.length)}苹果`)).text).toContain("苹果");
  },
);
