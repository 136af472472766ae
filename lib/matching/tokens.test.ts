import { expect, it } from "vitest";
import { tokensOf } from "./tokens.ts";

it.each([
  ["三星堆", ["三星", "星堆"]],
  ["今晚3点ABC", ["今晚", "3", "点", "abc"]],
  ["ＡＢＣ", ["abc"]],
  ["盐", ["盐"]],
  ["鹽", ["盐"]],
  ["停\u200b水", ["停水"]],
  ["地鐵停運", ["地铁", "铁停", "停运"]],
  ["", []],
  ["！？😀", []],
])("%s → %j", (text, tokens) => {
  expect(tokensOf(text).toSorted()).toEqual(tokens.toSorted());
});
