import { expect, it } from "vitest";
import { suggestClosing } from "./suggest-closing.ts";

it.each([
  ["我昨天被骗了三万块怎么办", "other-channel", "96110", "我昨天被骗"],
  ["工地老板拖欠我们工资半年了", "other-channel", "12345", "拖欠我"],
  ["我在店里买的手机是坏的，老板不退", "other-channel", "12315", "我在店里买的手机是坏的，老板不退"],
  ["我觉得这届领导不行", "opinion", null, "我觉得"],
  ["算命的说今年要走霉运", "not-checkable", null, "算命"],
  ["这个是真的吗？", "too-vague", null, null],
  ["请问这条视频是真的还是假的", "too-vague", null, null],
])("%s may end as %s (%s) because of %s", (text, closing, channel, quote) => {
  expect(suggestClosing([text])).toEqual({ closing, channel, quote });
});

it.each(["绵阳今晚停水是真的吗", "直播间卖的茶能治病吗", "听说有人被骗走三万块"])(
  "%s can be checked",
  (text) => {
    expect(suggestClosing([text])).toBeNull();
  },
);
