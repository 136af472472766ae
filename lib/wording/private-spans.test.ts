import { describe, expect, it } from "vitest";
import { privateSpans } from "./private-spans.ts";

const found = (text: string) => privateSpans(text).map(({ kind, text: words }) => `${kind} ${words}`);

describe("what tells who or where somebody private is", () => {
  it.each([
    ["网传视频中的学生李小明已经转学", "name 李小明"],
    ["村民王建国的家被淹", "name 王建国"],
    ["患者张伟被送往医院", "name 张伟"],
    ["业主陈丽华说电梯坏了", "name 陈丽华"],
    ["三年级2班的刘洋当天没有到校", "name 刘洋"],
    ["12岁的周雨欣已经回家", "name 周雨欣"],
    ["一名男孩名叫赵子涵", "name 赵子涵"],
    ["徐芳（女，34岁）在群里转发", "name 徐芳"],
    ["发帖人孙浩已经删除", "name 孙浩"],
    ["李小明同学的成绩", "name 李小明"],
    ["杨雪女士当天在场", "name 杨雪"],
    ["邻居欧阳娜娜报了警", "name 欧阳娜娜"],
    ["事发阳光花园3栋2单元501", "room 事发阳光花园3栋2单元501"],
    ["住户反映8号楼1502室漏水", "room 8号楼1502室"],
    ["事发在锦绣花园１２栋", "room 锦绣花园１２栋"],
    ["学生张秀英住在阳光花园3栋2单元501，被抢了", "name 张秀英"],
    ["她住2单元3-1", "room 2单元3-1"],
    ["他住在内科305病房", "room 305病房"],
    ["家住翠竹村三组", "address 家住翠竹村三组"],
    ["当事人住在建设路12号", "address 当事人住在建设路12号"],
    ["在翠竹村5组12号取水", "address 在翠竹村5组12号"],
    ["网传红星路二段70号有人坠楼", "address 网传红星路二段70号"],
  ])("%s", (text, span) => {
    expect(found(text)).toContain(span);
  });

  it.each([
    "市长王建国介绍了情况",
    "84岁的钟南山院士再次出征",
    "省疾控中心主任医师李明解释说",
    "发言人张伟回应",
    "记者陈丽华报道",
    "王先生说他没有见过",
    "李某和张某某已经道歉",
    "学生安全高于一切，家长方便接送",
    "居民高兴地说，老人应该多喝水",
    "患者马上送医，孩子黄金时期不能错过",
    "司机温度过高也不能停，学生常见病",
    "居民于昨日发现，网友向评论区的收款码打款，车主曾参与抗疫",
    "32周以上的孩子大多可以健康存活",
    "当地有3栋民房倒塌，2栋居民楼受损",
    "地铁3号线和10号线正常运行，国道318号线通车",
    "市政务服务中心地址：天府大道北段18号",
    "请到人民医院（人民路55号）就诊",
    "2024年5月12日14时28分发生8.0级地震",
    "室内温度不超过26度，会议室开放",
    "钱江晚报、新华社等多家媒体报道",
    "这张照片拍摄于2019年的泸州市江阳区",
    "《中华人民共和国食品安全法》第三十四条",
  ])("is not in: %s", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("is told by its place in the text as it was written", () => {
    const text = "🙏 学生：李小明，住在阳光花园３栋２单元５０１。";
    for (const { text: words, start, end } of privateSpans(text)) expect(text.slice(start, end)).toBe(words);
  });
});
