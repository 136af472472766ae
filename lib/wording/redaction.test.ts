import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redact, redactUrl, sumRedactions } from "./redaction.ts";

describe("redact removes", () => {
  it.each([
    ["phone", "有事打13812345678找王老师"],
    ["phone", "电话：138-1234-5678"],
    ["phone", "电话１３８１２３４５６７８"],
    ["phone", "+86 138 1234 5678"],
    ["phone", "座机028-86512345"],
    ["id-number", "身份证510104199003071234"],
    ["id-number", "51010419900307123X"],
    ["bank-card", "卡号6222 0212 3456 7890 123"],
    ["email", "写信到 zhang.san@example.com 问"],
    ["plate", "车牌川A·12345逃逸"],
    ["plate", "川AD12345"],
    ["wechat", "加微信：abc_123456"],
    ["wechat", "vx: hello-world1"],
    ["qq", "QQ：123456789"],
    ["handle", "来源@成都某某某 的视频"],
  ])("a %s from %s", (kind, text) => {
    const { text: redacted, redactions } = redact(text);
    expect(redactions).toHaveProperty(kind);
    expect(redacted).not.toMatch(/\d{5}|[@＠]/);
    expect(redacted).toContain("已隐去〕");
  });
});

describe("redact removes what people write to get past it", () => {
  it.each<[string, string[]]>([
    [
      "phone",
      [
        "手机：一三八零零一三八零零一",
        "壹叁玖〇〇一三八零零二",
        "138 12 34 56 78",
        "138、1234、5678",
        "（138）12345678",
        "1381234五六七八",
        "l39 1234 5678",
        "139O1234567",
        "0086 138 1234 5678",
        "138…1234…5678",
        "138*1234*5678",
        "138|1234|5678",
        "138❤1234❤5678",
        "138丨1234丨5678",
        "电话0816-2345678",
        "0838 2345678转12",
        "+86-28-86512345",
        "办公电话：2345678",
        "联系电话8765 4321",
      ],
    ],
    [
      "id-number",
      [
        "身份证尾号071234",
        "身份证后4位1234",
        "510104 19900307 123X",
        "510104900307123",
        "护照号G12345678",
        "台胞证号12345678",
        "社保号5101234567",
        "准考证号：220510104123",
      ],
    ],
    [
      "bank-card",
      ["卡号 4367 4212 3456 7896", "账号6217003810001234569", "六二二八四八零四零二五六四八九零零一八"],
    ],
    ["plate", ["京A·88888", "川A D12345", "渝 B12345", "粤B1234学", "鲁A1234警", "新A1234挂", "使 123456"]],
    [
      "wechat",
      [
        "微信号：wx_sunny88",
        "V：abc12345",
        "加我v：lucky1234",
        "薇芯 abc_1234",
        "vx同号sunny88",
        "wei信abc12345",
        "微❤信abc12345",
        "WeChat:Tom_1990",
        "微信昵称叫阿明",
      ],
    ],
    [
      "qq",
      [
        "QQ群：123456789",
        "扣扣号87654321",
        "加q 12345678",
        "Q：12345678",
        "QQ号一二三四五六七",
        "QQ 12 34 56 78",
      ],
    ],
    [
      "email",
      [
        "zhangsan(at)qq(dot)com",
        "li.si[at]example[dot]org",
        "wangwu艾特163点com",
        "zhao @ gmail.com",
        "user#163.com",
      ],
    ],
    ["handle", ["抖音号：dy123456", "快手ID: ks_2020", "小红书号12345678", "UID:12345678", "支付宝zhang_88"]],
  ])("%s", (kind, written) => {
    for (const detail of written) {
      const { text, redactions } = redact(`有人说${detail}，请核实`);
      expect(redactions, detail).toEqual({ [kind]: 1 });
      expect(text, detail).toMatch(/^有人说.{0,4}〔.+已隐去〕.?，请核实$/u);
    }
  });
});

it("takes no piece of an identifier of letters and figures for somebody's number", () => {
  // Of a UUID whatever its groups are; the last one without a telephone number after a letter, which goes.
  const hex = (size: number, units: string) =>
    fc.string({ unit: fc.constantFrom(...units), minLength: size, maxLength: size });
  const group = (size: number) => fc.oneof(hex(size, "0123456789abcdef"), hex(size, "0123456789"));
  const last = group(12).map((tail) => tail.replace(/^\D\d{11}$|^\d{11}\D$/, "a0b1c2d3e4f5"));
  const id = fc.tuple(
    hex(7, "0123456789abcdef").map((head) => `a${head}`),
    group(4),
    group(4),
    group(4),
    last,
  );
  fc.assert(
    fc.property(id, (groups) => {
      expect(redact(`编号${groups.join("-")}的文件`).redactions).toEqual({});
    }),
    { numRuns: 3000 },
  );
  expect(redact("（01a22890-1357-7913-824a-6b29e6604e2f）").redactions).toEqual({});
  expect(redact("编号abdeddfd-8531-6808-9782-111496336348的文件").redactions).toEqual({});
  expect(redact("编号abdeddfd-6222-0212-3456-7890123的文件").redactions).toEqual({ "bank-card": 1 });
  for (const beside of ["13812345678QQ-x-0", "x-y-13812345678b", "01a22890-1357-7913-824a-a13812345678"])
    expect(redact(beside).redactions, beside).toEqual({ phone: 1 });
  expect(redact("订单a1-b2-13812345678").redactions).toEqual({ phone: 1 });
  expect(redact("订单a1-b-6222021234567890").redactions).toEqual({ "bank-card": 1 });
});

it("ends a name where it ends", () => {
  expect(redact("@王小二 说今晚停水").text).toBe("〔账号已隐去〕 说今晚停水");
  expect(redact("@王小二说今晚停水").text).toBe("〔账号已隐去〕说今晚停水");
});

describe("redact keeps", () => {
  it.each([
    "今晚凌晨3点有7级大地震",
    "点击 https://example.org/a?id=20261124 领取",
    "请拨打96110或110，12345转2",
    "高考6月7日至10日，共1234567人参加",
    "@所有人 紧急通知",
    "每月自动扣费800元",
    "全省考生835670人参加",
    "社保卡发了8356700张，手机卖了8000000部",
    "微信10000元红包，微信支付，加微信群",
    "15:30-16:30 8:30开会",
    "售价1380-1999 350克",
    "评分1.5、3.2、4.6、2.1、3.3、5",
    "13、14、15、16、17、1",
    "2026-11-29 18:30，2024年1月15日至3月20日",
    "13,812,345,678元，人口8,367,500人",
    "电话10086，客服95598，400-123-4567",
    "@四川发布 说停水，@人民日报：今晚",
    "G5京昆高速K1234，航班CA1415，CBA2024赛季",
    "ISBN 9787520112345",
    "国药准字H20240315，批号20240315，《刑法》第二百九十一条",
    "北纬31.02度东经103.42度",
    "下载https://mp.weixin.qq.com/s?mid=2651234567&idx=1",
  ])("%s", (text) => {
    expect(redact(text)).toEqual({ text, redactions: {} });
  });
});

it("leaves no telephone number behind, whatever stands around it", () => {
  // The same expression guards the column in the database.
  const guard = /(^|[^0-9０-９])1[3-9][0-9]{9}([^0-9０-９]|$)/;
  const piece = fc.oneof(
    fc.constantFrom(
      "13812345678",
      "①",
      "\u200b",
      "\u2060",
      "👨\u200d👩",
      "é",
      "@账号",
      "微信号abcdef",
      "川A",
      "１",
      "0",
      "6",
      "-",
      " ",
      "QQ",
      "86",
      "x",
    ),
    fc.string({ unit: "grapheme", maxLength: 6 }),
    fc.string({ unit: fc.constantFrom(..."0123456789"), maxLength: 20 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      expect(redact(pieces.join("")).text).not.toMatch(guard);
    }),
    { numRuns: 3000 },
  );
});

it.each([
  ["139   1234   5678", "phone"],
  ["139/1234/5678", "phone"],
  ["+86(139)12345678", "phone"],
  ["13\u00ad912345678", "phone"],
  ["(028)8765-4321", "phone"],
  ["028 8765 4321", "phone"],
  ["川Ａ１２３４５", "plate"],
  ["微信：ａｂｃ１２３４５", "wechat"],
  ["wxid_abc12345", "wechat"],
  ["ＱＱ：１２３４５６７８", "qq"],
  ["1\u20603\u20608\u20601\u20602345678", "phone"],
  ["1️⃣3️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣", "phone"],
  ["①③⑧①②③④⑤⑥⑦⑧", "phone"],
  ["𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖", "phone"],
  ["zhang\u200b.san@exam\u2060ple.com", "email"],
  ["川\u200bA1\u200b2345", "plate"],
  ["微\u200b信：a\u200bbc12345", "wechat"],
  ["wхid_abc12345", "wechat"],
  ["薇信号：abc12345", "wechat"],
  ["Q\u2060Q：123\u200b45678", "qq"],
  ["5101041990\u2060\u2060\u20600307123X", "id-number"],
] as const)("takes out %s, however it is written", (text, kind) => {
  expect(redact(`发消息的人 ${text} 说的`).redactions).toEqual({ [kind]: 1 });
});

it.each(["微信", "QQ", "加v", "a", "我", "1-", "13", "@", "a.", "川A"])(
  "comes to an end on five thousand characters of %s",
  (piece) => {
    for (const filling of [piece.repeat(5000 / piece.length), `${piece}${" ".repeat(4990)}苹果`])
      expect(redact(filling).text.length).toBeGreaterThan(0);
  },
);

it("is done after one pass: redacting again changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const once = redact(text).text;
      expect(redact(once).text).toBe(once);
    }),
  );
});

it("takes an address out of the words that it stands in, and no word with it", () => {
  const around = (found: string) => `请加王主任邮箱${found}领取补贴`;
  for (const address of ["wang.zr@example.cn", "wang@vip.qq.com", "ｗａｎｇ＠ｅｘａｍｐｌｅ．ｃｎ"])
    expect(redact(around(address)).text, address).toBe(around("〔邮箱已隐去〕"));
});

it("adds up counts by kind", () => {
  expect(sumRedactions([{ phone: 1 }, { phone: 2, email: 1 }, {}])).toEqual({ phone: 3, email: 1 });
});

it.each([
  ["https://weibo.com/1234567890/5012345678901234", {}],
  ["https://example.org/a?tel=13812345678&id=13812345678901", { phone: 1 }],
  ["https://www.douyin.com/@someone/video/7412345678901234567", { handle: 1 }],
])("takes only people out of the link %s", (url, redactions) => {
  expect(redactUrl(url).redactions).toEqual(redactions);
});
