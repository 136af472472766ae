import { expect, it } from "vitest";
import { sayable } from "./sayable.ts";

it.each([
  ["明天全城停水！请储水。", "明天全城停水！请储水。"],
  ["我家住在阳光花园3栋2单元501。明天全城停水！", "明天全城停水！"],
  ["明天停水？家住锦江区东大街12号3单元的业主王小明说的。", "明天停水？"],
  ["学生李小红在3栋2单元501室被带走", ""],
  ["“自来水有毒！”邻居张小军（45岁）说。", "“自来水有毒！”"],
])("of %s strangers may read: %s", (text, expected) => expect(sayable(text)).toBe(expected));
