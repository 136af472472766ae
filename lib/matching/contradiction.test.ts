import { expect, it } from "vitest";
import { contradict } from "./contradiction.ts";
import { Said } from "./said.ts";
import { wordingOf } from "./wording.ts";

const areAgainst = (known: string, asked: string) =>
  contradict(new Said(wordingOf(asked).text), new Said(wordingOf(known).text));

it.each([
  ["another town", "自贡灯会今年因安全隐患全面取消", "泸州灯会今年因安全隐患全面取消"],
  ["another site", "龙泉湖大桥出现裂缝，明天起禁止通行", "黑龙滩大桥出现裂缝，明天起禁止通行"],
  ["another day", "明天上午全市停电检修", "下周三上午全市停电检修"],
  ["another holiday", "元旦起高速公路取消节假日免费", "国庆起高速公路取消节假日免费"],
  ["another number", "宜宾一工厂爆炸造成12人死亡", "宜宾一工厂爆炸造成3人死亡"],
  ["another number in han", "一杯奶茶的咖啡因相当于四罐红牛", "一杯奶茶的咖啡因相当于两罐红牛"],
  ["another length of time", "内江城区停水三天检修管道", "内江城区停水六小时检修管道"],
  ["another medicine", "吃二甲双胍会导致肾衰竭", "吃氨氯地平会导致肾衰竭"],
  ["another food", "空腹吃山楂会形成胃结石", "空腹吃柿饼会形成胃结石"],
  ["another illness", "打九价疫苗会导致不孕", "打流感疫苗会导致不孕"],
  ["another person", "歌手李某峰吸毒被抓", "歌手王某强吸毒被抓"],
  ["another subject", "初中生英语课明年起改为选修", "初中生历史课明年起改为选修"],
  ["another trade", "外卖骑手闯红灯将被永久封号", "网约车司机闯红灯将被永久封号"],
  [
    "another examination",
    "高考试卷已经提前泄露，加群付款就能拿到",
    "公务员考试试卷已经提前泄露，加群付款就能拿到",
  ],
  ["another deed", "快递驿站门口昨晚发生抢劫", "快递驿站门口昨晚发生火灾"],
  ["the opposite measure", "眉山市元月一日起实行尾号限行", "眉山市元月一日起取消尾号限行"],
  ["an animal for a thing", "下个月起骑滑板车要上牌照", "下个月起养鹦鹉要上牌照"],
  ["a denial", "吃隔夜菜会致癌", "吃隔夜菜不会致癌"],
  ["a denial of what is allowed", "高血压患者可以吃鸡蛋", "高血压患者不能吃鸡蛋"],
  ["what it denies", "地铁六号线没有停运", "地铁六号线停运了"],
  ["a denial with more after it", "接种疫苗后可以喝酒", "接种疫苗后不可以喝酒，至少等三天"],
  ["what has happened", "都江堰景区明天将关闭整修半年", "都江堰景区整修半年后昨天已重新开放"],
  ["last night for tonight", "今晚九点全城大停电", "昨晚九点全城大停电"],
  ["the outcome of what was foretold", "宜宾地震将造成大面积塌方", "宜宾地震造成大面积塌方，已有五人遇难"],
])("sees %s", (_, known, asked) => {
  expect([areAgainst(known, asked), areAgainst(asked, known)]).toEqual([true, true]);
});

it.each([
  ["quoted in a forwarded message", "歌手李某峰吸毒被抓", "【爆料】歌手李某峰因为吸毒被警方抓了！！"],
  [
    "in the frame of an announcement",
    "3月15日全国统一开学",
    "紧急通知：全国将于3月15日统一开学，请家长做好准备",
  ],
  ["in another order", "明年起农村厕所改造每户要交五千元", "农村厕所改造明年起每户要交5000元"],
  ["in everyday words", "养老金明年起停发三个月", "明年养老金要停三个月不发，急死人"],
  ["with words for one thing", "幼儿园老师用针扎孩子", "那个幼儿园的老师拿针扎娃娃，太可恶了"],
  ["as a question", "儿童退烧药不能和感冒药一起吃", "儿童退烧药能不能和感冒药一起吃"],
  ["as a question with 吗", "隔夜茶不能喝会中毒", "隔夜茶能喝吗会中毒吗"],
  ["as a warning", "手机放在枕头边会诱发脑瘤", "别把手机放在枕头边，会诱发脑瘤"],
  ["with what only one adds", "南充一小学食堂给学生吃发霉大米", "南充有个小学食堂拿发霉的大米给娃儿吃"],
  ["with something common in the same place", "江里出现大量死鱼，自来水有毒", "江里好多死鱼，自来水有毒"],
  ["with the name of the virus written otherwise", "新型冠状病毒疫苗已研制成功", "新冠肺炎疫苗已研制成功"],
])("sees nothing else in the same claim %s", (_, known, asked) => {
  expect(areAgainst(known, asked)).toBe(false);
});
