import { expect, it } from "vitest";
import { conflict, factsOf, isTemplate } from "./facts.ts";
import { canonical } from "./synonyms.ts";
import { wordingOf } from "./wording.ts";

const differ = (one: string, other: string) => {
  const [left, right] = [wordingOf(one).text, wordingOf(other).text];
  return conflict(factsOf(left), factsOf(right)) || isTemplate(canonical(left), canonical(right));
};

it.each([
  ["another town", "绵阳明天全城停水", "德阳明天全城停水"],
  ["another county", "江油明天全城停水", "北川明天全城停水"],
  ["another day", "春节假期延长至2月20日", "春节假期延长至2月27号"],
  ["another number", "不戴口罩驾车扣6分", "不戴口罩驾车扣12分"],
  ["another remedy", "熏醋可以预防新冠", "板蓝根可以预防新冠病毒"],
  ["another grade", "高中毕业年级4月15日开学", "初中毕业年级4月15日开学"],
  ["another person, of no list", "德约科维奇核酸检测呈阳性", "约基奇核酸检测呈阳性"],
])("tells apart %s", (_, one, other) => {
  expect(differ(one, other)).toBe(true);
});

it.each([
  ["two words for one virus", "熏醋可以预防新冠", "熏醋可以预防新型冠状病毒"],
  ["another word order", "北京为防控疫情将封城", "为防控疫情，北京市即将封城"],
  ["a place that only one names", "全城停水三天", "德阳全城停水三天是真的吗"],
  ["a date in words", "3月2日开学", "三月二日开学"],
  ["a day that only one names", "2012年12月23日地球将迎来黑暗", "2012年12月地球将迎来黑暗"],
  ["another sender", "老婆发我的：江油明天全城停水三天", "我们小区物业刚发的：江油明天全城停水三天"],
  ["another witness", "对门阿姨讲江油明天全城停水三天", "我表哥在水务局上班，他说江油明天全城停水三天"],
  ["words put in", "家养猫狗等宠物会传染新型冠状病毒", "家养宠物会传染新型冠状病毒"],
])("keeps together %s", (_, one, other) => {
  expect(differ(one, other)).toBe(false);
});
