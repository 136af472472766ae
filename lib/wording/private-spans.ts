import { plain, type Reading } from "./plain.ts";

/** What tells who or where a private person is: a name, a room or building, an address. */
export const privateKinds = ["name", "room", "address"] as const;
export type PrivateKind = (typeof privateKinds)[number];

/** A stretch of a text by which somebody private may be found; it may be public all the same, or be needed. */
export type PrivateSpan = { kind: PrivateKind; text: string; start: number; end: number };

/** The surnames of nearly everybody; those that mostly mean something else in a sentence (于, 曾, 任, 向 …) are left out. */
const surnames =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭肖田董袁潘蔡蒋余杜叶程苏魏吕丁沈姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱侯邹熊孟秦尹薛闫阎段雷龙黎史陶贺顾毛郝龚邵钱严覃武戚莫孔汤尤樊邢施柯翟殷葛聂齐鲁洪柳岳庞倪庄燕霍裴翁苗甘童辛卓冉阮兰牟蒲邬晏";
const compounds = ["欧阳", "司马", "上官", "诸葛", "慕容", "令狐", "尉迟", "皇甫", "夏侯", "公孙", "东方"];

/** Whoever is called so is known to those around, and to nobody else. Stands at once before the name. */
const privateRole =
  /(?:(?:小|中|大|高中|初中)?学生|同学|村民|业主|居民|邻居|住户|租客|租户|房东|户主|患者|病人|病例|感染者|确诊者|伤者|死者|逝者|遇难者|(?:受害|被害|当事|嫌疑|举报|报警|投诉|发布|发帖|求助|举报)[人者]|网民|网友|家长|孩子|[男女]孩|[男女]童|[男女]子|儿童|老人|大爷|大妈|大叔|阿姨|奶奶|爷爷|婆婆|小伙子?|姑娘|司机|车主|乘客|店主|老板娘?|摊主|顾客|员工|职工|工人|保安|保洁员?|外卖(?:员|小哥)|骑手|快递员|护工|妻子|丈夫|父亲|母亲|儿子|女儿|哥哥|弟弟|姐姐|妹妹|亲属|名叫|姓名|真名|本名|原名|\d{1,3}周?岁的?|\d班的?(?:学生)?)(?:是|为|系)?[:"“'(\s]{0,2}$/u;
/** What follows a name of somebody private: who they are, how old, where they live, what is theirs. */
const privateAfter =
  /^(?:同学|先生|女士|小姐|[(,]\s?(?:[男女](?:[,)]|\s)|\d{1,3}周?岁)|的(?:家|住址|妻子|丈夫|父亲|母亲|父母|儿子|女儿|孩子|邻居|电话|手机|微信|病情|病历|宿舍|单位)|家住|住在|居住|一家)/u;
/** Who is called so after the name speaks or acts in public. */
const publicAfter =
  /^(?:院士|教授|主任|医生|医师|局长|市长|县长|省长|书记|校长|院长|主席|总统|部长|厅长|处长|所长|队长|律师|记者|研究员|烈士|警官|民警|委员|代表)/u;
/** A title instead of a given name leaves the person unnamed: 王先生, 李某. */
const noName =
  /^(?:[以之](?:上|下|内|外|前|后)|先生|女士|小姐|同学|老师|医生|师傅|大爷|大妈|阿姨|爷爷|奶奶|家|姓|氏|总|某|x|×|主任|局长|书记|教授|院士|校长|警官|律师)/u;
/** Words of one sign that end a name and are no part of it. */
const noGiven =
  /^[的了在是被把将与和及等说称去来到从向对给为因于又再还就都也很不没有已正会能可要想让家住今昨明前后上下中里外号月日年时分区]$/u;

const NUMBER = "[\\da-z一二三四五六七八九十]{1,4}";
const UNIT = `${NUMBER}单元`;
const ROOM = `(?:\\d{1,2}[-—]\\d{1,4}(?:[-—]\\d{1,4})?|\\d{3,4})(?:室|号房?|房间?)?`;
const HOME =
  "(?:小区|花园|花苑|苑|公寓|家园|新村|新居|家属院|家属区|宿舍|公馆|名城|新城|国际|庭|居|府|湾|郡|里|院)";
const rooms = [
  // 3栋2单元501, 8号楼1502室
  new RegExp(`${NUMBER}(?:栋|幢|座|号楼)(?:${UNIT})?(?:\\d{1,2}[楼层])?${ROOM}`, "giu"),
  new RegExp(`${NUMBER}(?:栋|幢|座|号楼)${UNIT}`, "giu"),
  new RegExp(`${UNIT}(?:\\d{1,2}[楼层])?${ROOM}`, "giu"),
  // 阳光花园3栋, without who lives there; three buildings fell: 3栋民房
  new RegExp(
    `(?:(?![住在是])\\p{Script=Han}){1,8}${HOME}[a-z一二三四五六七八九十\\d]{0,2}[区期]?\\d{1,3}(?:栋|幢|座|号楼)(?!居民|民|高|老|大|楼|房|别墅|建筑)`,
    "giu",
  ),
  /(?<![\d.])\d{3,4}(?:号?病房|号宿舍|宿舍|寝室|室(?![内外]))/giu,
];

const ROAD = "\\p{Script=Han}{1,8}?(?:大道|路|街|巷|弄|胡同)(?:[东南西北中一二三四五六七八九十]段)?";
const addresses = [
  /\p{Script=Han}{1,10}(?:村|社区)[一二三四五六七八九十\d]{1,3}(?:组|社|队)(?:\d{1,4}号)?/giu,
  /(?:家住|住在|住址[是为:]?|居住在|租住在|户籍地?[是为:]?)\s?[^,。;!?\s]{2,30}?(?:\d号|组|栋|幢|单元|小区|花园|公寓|家属院|巷|弄)(?:[\d-]{1,9}[号室]?)?/giu,
];
const street = new RegExp(`${ROAD}\\d{1,5}号(?:附\\d{1,4}号)?(?!线|院[^子落]|公|台|门店)`, "giu");
/** Where many come and go is no secret, and neither is who answers for it. */
const institution =
  /(?:医院|卫生|中心|政府|派出所|公安|法院|检察院|局|厅|委|大学|学院|学校|中学|小学|幼儿园|公司|银行|博物馆|图书馆|景区|公园|车站|机场|商场|超市|酒店|饭店|餐厅|药店|门店|营业厅|窗口|协会|报社|电视台|地址|接种点|安置点|避难)/u;

/** How much of a sentence tells whether an address is an institution's. */
const AROUND = 16;

/** By what in a text a private person could be found, in the order in which it stands. Officials and institutions are not meant. */
export function privateSpans(source: string): PrivateSpan[] {
  const reading = plain(source);
  const found = [
    ...patterns("room", rooms, reading.text),
    ...patterns("address", addresses, reading.text),
    ...streets(reading.text),
    ...names(reading.text),
  ];
  return apart(found).map(({ kind, start, end }) => spanOf(source, reading, kind, start, end));
}

type Found = { kind: PrivateKind; start: number; end: number };

const patterns = (kind: PrivateKind, written: readonly RegExp[], text: string): Found[] =>
  written.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: all, index }) => ({ kind, start: index, end: index + all.length })),
  );

function streets(text: string): Found[] {
  return [...text.matchAll(street)].flatMap(({ 0: all, index }): Found[] => {
    const end = index + all.length;
    const around = text.slice(Math.max(0, index - AROUND), end + AROUND);
    const clause = around.split(/[。;!?\n]/u).find((part) => part.includes(all)) ?? around;
    return institution.test(clause) ? [] : [{ kind: "address", start: index, end }];
  });
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/**
 * Names of people with something beside them that makes them private. A surname is one where it stands as a word of its
 * own: the runtime knows that 高兴 and 马上 are none.
 */
function names(text: string): Found[] {
  const words = [...segmenter.segment(text)];
  return words.flatMap(({ segment, index: start }, at): Found[] => {
    const isSurname = segment.length === 1 ? surnames.includes(segment) : compounds.includes(segment);
    const given = isSurname ? givenName(words.slice(at + 1, at + 3).map((word) => word.segment)) : "";
    const end = start + segment.length + given.length;
    const after = text.slice(end);
    if (given === "" || publicAfter.test(after)) return [];
    const isPrivate = privateRole.test(text.slice(0, start)) || privateAfter.test(after);
    return isPrivate ? [{ kind: "name", start, end }] : [];
  });
}

function givenName([first = "", second = ""]: readonly string[]): string {
  if (noName.test(first) || !/^\p{Script=Han}{1,2}$/u.test(first) || noGiven.test(first)) return "";
  const isLonger = first.length === 1 && /^\p{Script=Han}$/u.test(second) && !noGiven.test(second);
  return isLonger && !noName.test(second) ? first + second : first;
}

/** What overlaps is one stretch, and called by what it begins with. */
function apart(found: readonly Found[]): Found[] {
  const left: Found[] = [];
  for (const one of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = left.at(-1);
    if (last && one.start < last.end) last.end = Math.max(last.end, one.end);
    else left.push({ ...one });
  }
  return left;
}

function spanOf(source: string, { from, to }: Reading, kind: PrivateKind, first: number, after: number) {
  const [start, end] = [from[first] ?? 0, to[after - 1] ?? 0];
  return { kind, text: source.slice(start, end), start, end };
}

declare global {
  namespace PrismaJson {
    type PrivateKind = import("./private-spans.ts").PrivateKind;
  }
}
