import { describe, expect, it } from "vitest";
import { evidenceGate, type GateFacts, type GateProblem } from "./evidence-gate.ts";
import type { DraftContent } from "./status.ts";

const content: DraftContent = {
  title: "“今晚有地震”？不实",
  titleEn: "",
  verdict: "false",
  summary: "没有发布过这样的预报。",
  claimed: "今晚3点有7级地震。",
  points: [{ text: "地震部门未发布过预报意见。", evidenceIds: ["e1"] }],
  advice: "请以官方发布为准。",
  howWeKnow: "查阅公开记录并致电值班室。",
  organisation: "",
  criticises: false,
  noPrivatePerson: true,
};

const ready: GateFacts = {
  kind: "initial",
  content,
  evidence: [{ id: "e1", publisher: "省地震局", isPrimary: true }],
  replies: [],
  approvedStages: ["review-1", "review-2", "review-3"],
};

const critical = { ...content, organisation: "某公司", criticises: true };
const asked = [{ organisation: "某公司", outcome: "no-answer" }] as const;
const second = { id: "e2", publisher: "市监局", isPrimary: false };

it("opens for a text with its evidence and three reviews", () => {
  expect(evidenceGate(ready)).toEqual([]);
});

describe("stays closed", () => {
  it.each<[GateProblem, Partial<GateFacts>]>([
    ["no-primary-source", { evidence: [{ id: "e1", publisher: "某群", isPrimary: false }] }],
    ["too-few-independent-sources", { content: critical, replies: asked }],
    [
      "too-few-independent-sources",
      // The organisation itself is no independent source about itself.
      {
        content: critical,
        replies: asked,
        evidence: [...ready.evidence, { ...second, publisher: "某公司" }],
      },
    ],
    ["no-reply-attempt", { content: critical, evidence: [...ready.evidence, second] }],
    ["no-how-we-know", { content: { ...content, howWeKnow: "" } }],
    ["no-advice", { content: { ...content, advice: "" } }],
    ["no-points", { content: { ...content, points: [] } }],
    [
      "point-without-evidence",
      { content: { ...content, points: [{ text: "据说", evidenceIds: ["withdrawn"] }] } },
    ],
    ["private-person", { content: { ...content, noPrivatePerson: false } }],
    ["personal-details", { content: { ...content, advice: "请致电13812345678" } }],
    ["reviews-missing", { approvedStages: ["review-1", "review-3"] }],
  ])("with %s", (problem, change) => {
    expect(evidenceGate({ ...ready, ...change })).toContain(problem);
  });
});

it("opens for criticism with two independent sources and a sought reply", () => {
  expect(
    evidenceGate({ ...ready, content: critical, evidence: [...ready.evidence, second], replies: asked }),
  ).toEqual([]);
});

describe("a retraction", () => {
  const wrong: GateFacts = { ...ready, kind: "retraction", content: critical, evidence: [], replies: [] };

  it("needs no source, no reply and no point: what is wrong comes down before better is found", () => {
    expect(evidenceGate(wrong)).toEqual([]);
    expect(evidenceGate({ ...wrong, content: { ...critical, points: [] } })).toEqual([]);
  });

  it("keeps the rules of persons, of words and of three reviews", () => {
    const rest = { noPrivatePerson: false, advice: "请致电13812345678", howWeKnow: "", summary: "" };
    expect(evidenceGate({ ...wrong, content: { ...critical, ...rest }, approvedStages: [] })).toEqual([
      "no-how-we-know",
      "no-summary",
      "private-person",
      "personal-details",
      "reviews-missing",
    ]);
  });

  it.each(["erratum", "correction", "update"] as const)("is the only kind that needs less: %s", (kind) => {
    expect(evidenceGate({ ...wrong, kind })).toContain("no-primary-source");
  });
});
