import { placeNamesIn } from "#lib/reference/gazetteer";

/** What a preventive or harmful thing is called; another one makes another claim. */
const substances = `
板蓝根 双黄连 连花清瘟 莲花清瘟 藿香正气 金银花 鱼腥草 艾草 艾叶 艾灸 姜片 生姜 大蒜 大葱 洋葱 熏醋 白醋 陈醋 醋 白酒 红酒 啤酒 酒精 酒 绿茶 红茶 单枞茶 茶
盐水 食盐 碘盐 小苏打 双氧水 消毒液 洁厕灵 洁厕剂 阿司匹林 布洛芬 阿奇霉素 头孢 青霉素 抗生素 维生素c 维生素d 维c 羟氯喹 瑞德西韦 磷酸氯喹 达菲 奥司他韦 伟哥 降压药 避孕药
鸡蛋 牛奶 豆浆 蜂蜜 草莓 香蕉 苹果 西瓜 芒果 柠檬 榴莲 柿子 荔枝 葡萄 樱桃 猪肉 牛肉 羊肉 鸡肉 鱼肉 三文鱼 螃蟹 小龙虾 虾 木耳 香菇 蘑菇 菠菜 土豆 红薯 西红柿 黄瓜 花生 核桃 绿豆 红枣 枸杞 辣椒 味精 风油精 蜂毒 童子尿 汗水 屁
`;

/** Whose school begins or closes. */
const grades = "幼儿园 小学 初中 高中 大学 初三 高三";

/** Finds which of the words stand in a text; of those that begin at one place only the longest. */
function finder(words: string): (text: string) => Set<string> {
  const byFirst = new Map<string, string[]>();
  for (const word of words.trim().split(/\s+/u)) {
    const first = word.charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), word]);
  }
  for (const same of byFirst.values()) same.sort((one, other) => other.length - one.length);
  const begins = new Uint8Array(1 << 16);
  for (const first of byFirst.keys()) begins[first.charCodeAt(0)] = 1;
  return (text) => {
    const found = new Set<string>();
    for (let at = 0; at < text.length; at++) {
      if (!begins[text.charCodeAt(at)]) continue;
      const word = byFirst.get(text.charAt(at))?.find((one) => text.startsWith(one, at));
      if (word === undefined) continue;
      found.add(word);
      at += word.length - 1;
    }
    return found;
  };
}

/** The places that a normalised text names. */
export const placesIn = placeNamesIn;
/** The preventive or harmful things that a normalised text names. */
export const substancesIn = finder(substances);
/** The grades of school that a normalised text names. */
export const gradesIn = finder(grades);
