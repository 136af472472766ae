import type { EvidenceType, ReplyOutcome, Verdict } from "#lib/investigation/vocabulary";

export type EvidenceStory = {
  type: EvidenceType;
  publisher: string;
  title: string;
  shows: string;
  url?: string;
  /** How many days before it was found it was published; left out where it has no date. */
  daysBefore?: number;
  /** The day itself, where it is a fixed one, such as a law's. */
  publishedOn?: string;
  isPrimary?: boolean;
};

export type ReplyStory = { organisation: string; outcome: ReplyOutcome; reply?: string };

/** What a notice says and rests on; each point names its evidence by position, from 1. */
export type NoticeStory = {
  title: string;
  titleEn: string;
  verdict: Verdict;
  summary: string;
  claimed: string;
  points: { text: string; evidence: number[] }[];
  evidence: EvidenceStory[];
  advice: string;
  howWeKnow: string;
  organisation: string;
  criticises: boolean;
  replies: ReplyStory[];
};

/** A short notice for tests, complete enough for the evidence gate. */
export const sampleNotice = (wording: string, verdict: Verdict = "false"): NoticeStory => ({
  title: `“${wording.replace(/[。！？]$/, "")}”？经核查`,
  titleEn: "Checked: a sample claim",
  verdict,
  summary: "主管部门核实，网传说法与事实不符。",
  claimed: `网传：${wording}`,
  points: [
    { text: "主管部门核实，没有发布过网传通知。", evidence: [1] },
    { text: "现场查看的情况与网传内容不一致。", evidence: [1, 2] },
  ],
  evidence: [
    {
      type: "official-statement",
      publisher: "主管部门",
      title: "情况说明",
      shows: "没有发布过网传通知。",
      daysBefore: 0,
    },
    {
      type: "on-site-visit",
      publisher: "属地融媒体中心",
      title: "现场核查记录",
      shows: "现场秩序正常。",
      daysBefore: 0,
    },
  ],
  advice: "看到类似消息，先看有没有发布单位和日期。",
  howWeKnow: "我们向主管部门求证，并到现场查看，两个来源的说法一致。",
  organisation: "",
  criticises: false,
  replies: [],
});
