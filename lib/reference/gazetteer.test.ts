import { expect, it } from "vitest";
import { divisionRows } from "#seed/divisions";
import { divisionsNamed, placeNamesIn } from "./gazetteer.ts";

const codesIn = (text: string) => divisionsNamed(text).map(({ code }) => code);

it.each([
  ["甘孜县今晚停电", ["513328"]],
  ["甘孜今晚停电", ["513300"]],
  ["甘孜州的牛羊", ["513300"]],
  ["广安前锋区停水", ["511603"]],
  ["南充南部停水", ["511321"]],
  ["南部县停水", ["511321"]],
  ["石棉医院满了", ["511824"]],
  ["大英停水", ["510923"]],
  ["乐山市市中区停水", ["511102"]],
  ["攀枝花东区起火", ["510402"]],
  ["宜宾县泥石流", ["511504"]],
  ["泸沽湖翻船", ["513423"]],
  ["成都高新区封路", ["510100"]],
  ["眉山天府新区封路", ["511400"]],
  ["双流机场停航", ["510116"]],
  ["四川成都停电", ["510100"]],
  ["四川要发钱", ["510000"]],
  ["从邻水到大竹县的路断了", ["511623", "511724"]],
  ["成都到重庆的高铁停了", ["510100"]],
  ["巴中学生停课", ["511900"]],
])("%s is about %j", (text, codes) => {
  expect(codesIn(text)).toEqual(codes);
});

it.each([
  "北京朝阳停水",
  "上海长宁区停水",
  "吉林大安市停水",
  "广西东兴口岸关闭",
  "香港九龙起火",
  "新疆巴州地震",
  "济南市中区停水",
  "球队缺前锋",
  "游遍名山大川",
  "南部战区演习",
  "石棉瓦有毒",
  "白玉手镯是假的",
  "大英博物馆闭馆",
  "推广安全知识",
  "投资中心跑路",
  "重新都是假的",
  "其中江苏最多",
  "不会理你",
  "开会东拉西扯",
  "这条裙子的红原来是染的",
  "今天全国停电",
  "清理县城垃圾",
  "提高县城房价",
  "高县委办的通知",
  "领队姓中，江边散步",
  "歌乐山起火",
  "武胜路停水",
  "成都商报的记者",
  "镇上有人说的",
])("%s names no division", (text) => {
  expect(codesIn(text)).toEqual([]);
});

it("says where the name stands, with what the place is", () => {
  const text = "听说德阳市旌阳区停水";
  expect(divisionsNamed(text).map(({ from, to }) => text.slice(from, to))).toEqual(["旌阳区"]);
});

it("knows every division by its own name, alone or in what it lies in", () => {
  const shared = divisionRows.filter(({ zh }, _, all) => all.filter((other) => other.zh === zh).length > 1);
  for (const { code, zh, parentCode } of divisionRows) {
    const parent = divisionRows.find((row) => row.code === parentCode)?.zh ?? "";
    expect(codesIn(`${parent}${zh}停水了`)).toEqual([code]);
    if (shared.every((row) => row.code !== code) && zh.length > 2)
      expect(codesIn(`${zh}停水了`)).toEqual([code]);
  }
});

it("tells claims apart by places in and outside the province", () => {
  expect([...placeNamesIn("湖北武汉和南部县")]).toEqual(["湖北", "武汉", "南部县"]);
  expect([...placeNamesIn("南部地区")]).toEqual([]);
});
