import type { PublishedContent } from "#lib/publishing/content";

const platform = { id: "sc-piyao", zh: "四川互联网联合辟谣平台", en: "Sichuan rumor-debunking platform" };
const says =
  "主管部门向我们出示了值班记录和近三日的工作台账，没有发布过网传通知，也没有采取过网传所说的措施。";

/** What every made-up notice says besides its title and summary; of the length of a real one. */
export const noticeContent: Omit<PublishedContent, "title" | "summary" | "claimed"> = {
  titleEn: "",
  verdict: "false",
  points: [
    { text: says, evidence: [1] },
    {
      text: "记者到现场查看，秩序正常，情况与网传内容不一致，受访的居民也没有见到过网传的场面。",
      evidence: [2],
    },
    { text: "网传图片最早见于两年前外省的一篇报道，与本地无关。", evidence: [1, 3] },
  ],
  evidence: (["official-statement", "on-site-visit", "original-source-trace"] as const).map(
    (type, index) => ({
      type,
      publisher: "属地融媒体中心",
      title: `核查材料之${index + 1}`,
      url: `https://example.org/evidence/${index + 1}`,
      archivedUrl: null,
      publishedOn: "2026-01-15",
      shows: says,
      isPrimary: index === 0,
    }),
  ),
  advice: "看到类似消息，先看有没有发布单位和日期；不转发没有来源的消息，可以在本平台提供线索。",
  howWeKnow: "我们向主管部门求证，到现场查看，并用图片反查找到了原图的出处，三个来源的说法一致。",
  replies: [{ organisation: "主管部门", askedOn: "2026-01-15", outcome: "replied", reply: says }],
  verifiedBy: [platform],
  writtenBy: platform,
  reviewedBy: [platform, platform, platform],
};
