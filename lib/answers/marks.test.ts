import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerptOf, markShared, type Piece } from "./marks.ts";

const told = (pieces: readonly Piece[]) =>
  pieces.map(({ text, shared }) => (shared ? `[${text}]` : text)).join("");

describe("markShared", () => {
  it.each([
    ["明天全城停水？不实", ["明天全城停水"], "[明天全城停水]？不实"],
    ["５Ｇ基站致癌？", ["5g基站"], "[５Ｇ基站]致癌？"],
    ["食盐里加碘", ["食品", "盐城"], "食盐里加碘"],
    ["是真的吗？？", ["？？"], "是真的吗？？"],
    ["没有相同的", [], "没有相同的"],
  ])("marks %j", (text, stretches, expected) => {
    expect(told(markShared(text, stretches))).toBe(expected);
  });
});

describe("excerptOf", () => {
  it.each([
    ["紧急通知！明天全城停水，快转", ["明天全城停水"], "紧急通知！[明天全城停水]，快转"],
    ["先停水再停水", ["停水", "停水"], "先[停水]再[停水]"],
    [`${"长".repeat(30)}停水${"短".repeat(30)}`, ["停水"], `…${"长".repeat(10)}[停水]${"短".repeat(10)}…`],
    ["🚨\n\n停水", ["停水"], "🚨 [停水]"],
    ["只有图片相同", [], ""],
    ["字不在里面", ["停水"], ""],
  ])("shows of %j", (question, stretches, expected) => {
    expect(told(excerptOf(question, stretches))).toBe(expected);
  });

  it("stays short whatever was pasted", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 400 }),
        fc.nat(300),
        fc.nat(40),
        (text, from, size) => {
          const pieces = excerptOf(text, [text.slice(from, from + size)]);
          expect([...pieces.map((piece) => piece.text).join("")].length).toBeLessThan(150);
        },
      ),
    );
  });
});
