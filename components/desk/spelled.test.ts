import { expect, it } from "vitest";
import { findSpelled, typeLetter } from "./spelled.ts";

const closings = [
  { label: "已有核查结论", spelling: "yi you he cha jie lun" },
  { label: "属于观点，不作核查", spelling: "shu yu guan dian bu zuo he cha" },
  { label: "无法核查", spelling: "wu fa he cha" },
  { label: "信息不足", spelling: "xin xi bu zu" },
  { label: "请走其他渠道", spelling: "qing zou qi ta qu dao" },
];
const english = [
  { label: "Answered already", spelling: "yi you he cha jie lun" },
  { label: "Too vague", spelling: "xin xi bu zu" },
];
const labelOf = (typed: string, choices = closings) => choices[findSpelled(typed, choices)]?.label;

it.each([
  ["x", "信息不足"],
  ["xx", "信息不足"],
  ["xxbz", "信息不足"],
  ["xinxi", "信息不足"],
  ["xinxb", "信息不足"],
  ["XI", "信息不足"],
  ["s", "属于观点，不作核查"],
  ["guandian", "属于观点，不作核查"],
  ["gd", "属于观点，不作核查"],
  ["hc", "已有核查结论"],
  ["wfhc", "无法核查"],
  ["qudao", "请走其他渠道"],
  ["信息", "信息不足"],
])("%s means %s", (typed, label) => {
  expect(labelOf(typed)).toBe(label);
});

it.each(["", "z9", "xxx", "inxi"])("%j means nothing", (typed) => {
  expect(findSpelled(typed, closings)).toBe(-1);
});

it("means the beginning of a word before a spelling, and words of English by their initials", () => {
  expect(labelOf("to", english)).toBe("Too vague");
  expect(labelOf("tv", english)).toBe("Too vague");
  expect(labelOf("a", english)).toBe("Answered already");
  expect(labelOf("xx", english)).toBe("Too vague");
});

it.each([
  ["", "x", { typed: "x", at: 3 }],
  ["x", "x", { typed: "xx", at: 3 }],
  ["xx", "w", { typed: "w", at: 2 }],
  ["xx", "9", { typed: "", at: -1 }],
])("after %j the letter %s gives %j", (before, letter, typed) => {
  expect(typeLetter(before, letter, closings)).toEqual(typed);
});
