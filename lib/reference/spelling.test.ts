import { expect, it } from "vitest";
import { spellAll, spellingOf } from "./spelling.ts";

it.each([
  ["信息不足", "xin xi bu zu"],
  ["属于观点，不作核查", "shu yu guan dian bu zuo he cha"],
  ["AI 生成与深度伪造", "ai sheng cheng yu shen du wei zao"],
  ["12345 政务服务便民热线", "12345 zheng wu fu wu bian min re xian"],
  ["重庆", "chong qing"],
  ["会理市", "hui li shi"],
  ["", ""],
])("spells %s as %s", (zh, spelling) => {
  expect(spellingOf(zh)).toBe(spelling);
});

it("keeps everything else of what it spells", () => {
  expect(spellAll([{ id: "health", zh: "医疗健康" }])).toEqual([
    { id: "health", zh: "医疗健康", spelling: "yi liao jian kang" },
  ]);
});
