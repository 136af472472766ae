import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutFrame } from "./frame.ts";
import { withoutUrls } from "./links.ts";
import { normalised } from "./normalise.ts";

/** What is left to be read, clause by clause. */
const left = (text: string): string => normalised(withoutUrls(withoutFrame(text)));

describe("a share line", () => {
  it.each([
    [
      "of Douyin",
      "7.53 复制打开抖音，看看【王小二的作品】艾草煮水能治肺结核 # 健康 # 养生 https://v.douyin.com/iAbCdEf/ 04/12 abC:/ k@P.xS",
    ],
    [
      "of Douyin, redacted",
      "3.21 k@P.xS 05/11 xyZ:/ 复制打开抖音，看看【王小二的图文作品】艾草煮水能治肺结核 https://v.douyin.com/a1/ 〔邮箱已隐去〕 05/11 xyZ:/",
    ],
    [
      "of Douyin, older",
      "艾草煮水能治肺结核 https://v.douyin.com/iAbCdEf/ 复制此链接，打开Dou音搜索，直接观看视频！",
    ],
    [
      "of Kuaishou",
      "https://v.kuaishou.com/3xAbC 艾草煮水能治肺结核 该作品在快手被播放过1.2万次，点击链接，打开【快手】直接观看！",
    ],
    ["of Xiaohongshu", "艾草煮水能治肺结核 http://xhslink.com/a/AbC123 复制后打开【小红书】查看笔记！"],
    [
      "of Xiaohongshu, older",
      "22 小红薯65A2发布了一篇小红书笔记，快来看吧！ 😆 AbCdE12345 😆 http://xhslink.com/AbC，复制本条信息，打开【小红书】App查看精彩内容！\n艾草煮水能治肺结核",
    ],
    [
      "of Xiaohongshu, with its title",
      "12 【艾草煮水能治肺结核 - 王小二 | 小红书 - 你的生活指南】 😆 AbCdE12345 😆 https://www.xiaohongshu.com/discovery/item/65a1b2c3000000001d00abcd",
    ],
    ["of Weibo", "艾草煮水能治肺结核 http://t.cn/A6AbCd （分享自 @某某新闻）"],
    ["of Weibo, a film", "艾草煮水能治肺结核 http://t.cn/A6AbCd L王小二的微博视频"],
    ["of Weibo, passed on", "//@王小二:艾草煮水能治肺结核 http://t.cn/A6AbCd"],
    [
      "of Douyin, codes first",
      "8.79 05/30 DUl:/ d@n.dn 艾草煮水能治肺结核 https://v.douyin.com/a1/ 复制此链接，打开Dou音搜索，直接观看视频！",
    ],
    ["of an answer", "艾草煮水能治肺结核 - 王小二的回答 - 知乎\nhttps://www.zhihu.com/question/1/answer/2"],
    ["of news", "【艾草煮水能治肺结核】https://m.toutiao.com/is/abc/ - 今日头条"],
    ["of a site with its name", "【艾草煮水能治肺结核-哔哩哔哩】 https://b23.tv/AbCdEf"],
  ])("%s leaves the title", (_, text) =>
    expect(left(text).replace(/[\n ]+/g, "")).toBe("艾草煮水能治肺结核"),
  );

  it.each([
    "7.53 复制打开抖音，看看【王小二的作品】 https://v.douyin.com/iAbCdEf/ 04/12 abC:/",
    "https://v.kuaishou.com/3xAbC 点击链接，打开【快手】直接观看！",
    "复制打开抖音，看看【王小二的作品】",
  ])("without a title says nothing: %s", (text) => expect(left(text).trim()).toBe(""));

  it("keeps tags that are all", () => {
    const text = "7.53 复制打开抖音，看看【王小二的作品】# 成都地震 https://v.douyin.com/a1/";
    expect(left(text).trim()).toBe("成都地震");
  });

  it("keeps what stands between two marks", () => {
    const text = "#成都地震# 今晚三点 https://v.douyin.com/a1/ 复制此链接，打开抖音观看";
    expect(left(text)).toContain("成都地震今晚3点");
  });

  it.each([
    ["a warning of links", "点击链接就会被盗刷 https://a.example/1"],
    ["what somebody does", "睡前打开煤气，第二天就会中毒 https://a.example/1"],
    ["something with nothing shared", "长按复制这条消息，打开支付宝"],
    ["a topic", "#成都地震# 今晚三点 https://a.example/1"],
    ["a title with a dash", "【成都-重庆高铁停运】 https://a.example/1"],
    ["who published something", "成都交警发布了一条微博，明天封路 https://a.example/1"],
    ["a number at its beginning", "3 天后停水 https://a.example/1"],
  ])("is not %s", (_, text) => expect(withoutFrame(text)).toBe(text));
});

describe("a chat record", () => {
  it.each([
    [
      "with days and times",
      '张三丰 11-20 22:56\n明早全城停水抢修主管道\n李四光 22:57\n[图片]\n王五 22:58\n[语音] 12"',
    ],
    [
      "of QQ",
      "张三(123456789) 2024/11/20 22:56:10\n明早全城停水抢修主管道\n\n李四(〔QQ号已隐去〕) 2024/11/20 22:57:10\n[表情]",
    ],
    [
      "of QQ, when before who",
      "2024-11-20 22:56:10 张三\n明早全城停水抢修主管道\n2024-11-20 22:57:10 李四\n[图片]",
    ],
    [
      "by mail",
      "—————  2024-11-20  —————\n\n张三  22:56\n\n明早全城停水抢修主管道\n\n李四  下午 10:57\n\n[动画表情]",
    ],
    ["with its title", "业主群的聊天记录\n张三：明早全城停水抢修主管道\n李四：[图片]"],
    [
      "in one line each",
      "[2024/11/20, 22:56:10] 张三: 明早全城停水抢修主管道\n[2024/11/20, 22:57:10] 李四: [图片]",
    ],
    ["of names that come again", "张三：【图片】\n李四：明早全城停水抢修主管道\n张三：[图片]"],
    ["of names and colons", "张三: 明早全城停水抢修主管道\n李四: [视频]"],
  ])("%s leaves what was said", (_, text) =>
    expect(left(text).replace(/[\n ]+/g, "")).toBe("明早全城停水抢修主管道"),
  );

  it.each([
    ["a list of times", "停水 08:00\n恢复 12:00\n请互相转告"],
    ["an announcement with labels", "时间：明早八点\n地点：全城"],
    ["one line with a time", "明早全城停水 08:00\n请互相转告"],
    ["a heading in brackets", "[成都停水]\n明早开始"],
  ])("is not %s", (_, text) => expect(withoutFrame(text)).toBe(text));

  it("says nothing with things alone", () => {
    for (const text of ["[图片]", "[图片][图片]\n[语音]", "[链接]"]) expect(left(text).trim()).toBe("");
  });
});

describe("a mail or a quoted message", () => {
  it.each([
    [
      "with its head",
      "发件人：王小二 <〔邮箱已隐去〕>\n发送时间：2024年11月20日 22:56\n收件人：李四\n主题：转发：明早全城停水抢修主管道",
    ],
    [
      "below a rule",
      '------------------ 原始邮件 ------------------\n发件人: "王小二"\n主题: Re: \n\n明早全城停水抢修主管道',
    ],
    [
      "in English",
      "---------- Forwarded message ---------\nFrom: Wang <〔邮箱已隐去〕>\nDate: Wed, 20 Nov 2024\n\n> 明早全城停水抢修主管道\n\nSent from my iPhone",
    ],
    ["after who wrote it", "在 2024年11月20日，王小二 写道：\n> > 明早全城停水抢修主管道"],
    ["of a chat", "「王小二：明早全城停水抢修主管道」\n- - - - - - - - - - - - - - -"],
  ])("%s leaves what it says", (_, text) =>
    expect(left(text).replace(/[\n ]+/g, "")).toBe("明早全城停水抢修主管道"),
  );

  it.each([
    ["an announcement", "日期：明天\n时间：八点"],
    ["what somebody is said to have written", "专家写道：喝醋能预防感冒"],
    ["a sum", "5>3，3<4"],
  ])("is not %s", (_, text) => expect(withoutFrame(text)).toBe(text));
});

it("keeps everything else in its place", () => {
  const pieces = [
    "【",
    "】",
    "的作品",
    "复制",
    "打开",
    "https://a.example/1 ",
    "张三 22:56",
    "\n",
    "> ",
    "[图片]",
    "：",
    "发件人：",
    "😆",
    "苹果",
    " 04/12 ",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (some) => {
      const text = some.join("");
      const rest = withoutFrame(text);
      expect(rest).toHaveLength(text.length);
      for (let at = 0; at < text.length; at++) if (rest[at] !== text[at]) expect(rest[at]).toBe(" ");
    }),
  );
});
