import type { SeenOn } from "#lib/intake/schema";
import type { EvidenceType, ReplyOutcome, Verdict } from "#lib/investigation/vocabulary";
import { days } from "#lib/platform/clock";
import claims from "./data/demo-claims.json" with { type: "json" };
import extras from "./data/demo-extras.json" with { type: "json" };
import notices from "./data/demo-notices.json" with { type: "json" };
import { type EvidenceStory, type NoticeStory, sampleNotice } from "./notices.ts";
import type { ReportStory } from "./reports.ts";
import type { Correction } from "./story.ts";

/** What the demo tells of one claim: what people sent, and what the desks wrote about it. */
export type DemoText = {
  id: string;
  wording: string;
  topicId: string;
  subtopicId: string | null;
  places: string[];
  reports: ReportStory[];
  notice: NoticeStory;
  closing: DemoClosing | null;
};

export type DemoClosing = {
  status: string;
  from: string;
  note: string;
  into?: string;
  answeredBy?: string;
  channel?: string;
};

/** How a sentence of the body is used: a point with the evidence that supports it, the advice at the end, or not at all. */
type Cite = number[] | "advice" | "omit";
type NoticeNotes = {
  claimed: string;
  cites: Cite[];
  advice?: string;
  howWeKnow: string;
  organisation?: string;
  criticises?: boolean;
  replies?: { organisation: string; outcome: ReplyOutcome; reply?: string }[];
  evidence: (Omit<EvidenceStory, "type"> & { type: EvidenceType })[];
};
const notesOf = notices as Record<string, unknown> as Record<string, NoticeNotes | undefined>;

type Entry = {
  id: string;
  claim: string;
  topic: string;
  subtopic: string | null;
  region: string;
  reports: { channel: string; text: string }[];
};

/**
 * The 30 claims of the demo, then small additional ones: none of the 30 fits a closing (an opinion, a plea, something too
 * vague, a duplicate), and two more give staffed members work to accept and to verify.
 */
export const demoTexts = (): DemoText[] => [
  ...claims.map((claim) => ({ ...common(claim), notice: noticeOf(claim), closing: null })),
  ...(extras as (Entry & { closing?: DemoClosing })[]).map((extra) => ({
    ...common(extra),
    notice: { ...sampleNotice(extra.claim), points: [], evidence: [] },
    closing: extra.closing ?? null,
  })),
];

function common({ id, claim, topic, subtopic, region, reports }: Entry) {
  const places = region === "510000" ? [] : [region];
  return {
    id,
    wording: claim,
    topicId: topic,
    subtopicId: subtopic,
    places,
    reports: reports.map(({ channel, text }, index) => ({
      text,
      seenOn: seenOnOf(channel),
      // Whoever fills in the form chooses topic and place; the ones in a hurry leave them out.
      ...(index === 0 && { topicId: topic, ...(places[0] && { divisionCode: places[0] }) }),
    })),
  };
}

type Claim = (typeof claims)[number];

function noticeOf(claim: Claim): NoticeStory {
  const verdict = claim.verdict as Verdict;
  const notes = notesOf[claim.id];
  if (!notes) return sampleNotice(claim.claim, verdict);
  const sentences = claim.body.split("。").flatMap((sentence) => (sentence ? [`${sentence}。`] : []));
  const advice = sentences.filter((_, index) => notes.cites[index] === "advice").join("");
  return {
    title: claim.title,
    titleEn: claim.title_en,
    verdict,
    summary: claim.summary,
    claimed: notes.claimed,
    points: sentences.flatMap((text, index) => {
      const cite = notes.cites[index];
      return Array.isArray(cite) ? [{ text, evidence: cite }] : [];
    }),
    evidence: notes.evidence,
    advice: notes.advice ?? advice,
    howWeKnow: notes.howWeKnow,
    organisation: notes.organisation ?? "",
    criticises: notes.criticises ?? false,
    replies: notes.replies ?? [],
  };
}

const seenOn: readonly [RegExp, SeenOn][] = [
  [/^QQ/, "qq"],
  [/群$|^朋友圈$|^微信/, "wechat"],
  [/^微博$/, "weibo"],
  [/^(?:抖音|直播间|短视频)/, "douyin"],
  [/^快手$/, "kuaishou"],
  [/^短信$/, "sms"],
  [/听说$/, "offline"],
];

const seenOnOf = (channel: string): SeenOn =>
  seenOn.find(([pattern]) => pattern.test(channel))?.[1] ?? "other";

/** The two corrections of the demo: an erratum whose first version had a slip, and an update with new evidence. */
export function correctionsOf(
  id: string,
  notice: NoticeStory,
): { first: NoticeStory; corrections: Correction[] } {
  const { points } = notice;
  if (id === "demo-26") {
    const slip = points.map((point) => ({ ...point, text: point.text.replace("0.4瓦", "4瓦") }));
    const note = "第2点把国家标准限值误写为“每平方米4瓦”，应为“每平方米0.4瓦”。测量结果和结论不变。";
    return {
      first: { ...notice, points: slip },
      corrections: [{ kind: "erratum", note, change: { points }, after: days(1) }],
    };
  }
  if (id !== "demo-19") return { first: notice, corrections: [] };
  const text = "起火原因已经查明：排烟管道油垢长期没有清洗，遇明火引燃；消防救援机构已责令整改。";
  const found: EvidenceStory = {
    type: "public-record",
    publisher: "市级消防救援机构",
    title: "商场火灾事故认定结果",
    shows: "起火原因为排烟管道油垢被明火引燃，已责令商场和餐饮经营者整改。",
    daysBefore: 0,
  };
  const update: Correction = {
    kind: "update",
    note: "火灾原因的调查结果已经公布，补充第4点和对应的证据。结论不变。",
    change: { points: [...points.slice(0, 3), { text, evidence: [4] }] },
    evidence: [found],
    after: days(3),
  };
  return { first: notice, corrections: [update] };
}
