/** 结论: what the check found. `true` is a verdict like the others. */
export const verdicts = [
  "false",
  "misleading",
  "partly-true",
  "old-news",
  "fabricated",
  "unproven",
  "true",
] as const;
export type Verdict = (typeof verdicts)[number];

export const evidenceTypes = [
  "official-statement",
  "official-data",
  "law-or-regulation",
  "public-record",
  "service-notice",
  "on-site-visit",
  "lab-test",
  "expert-interview",
  "peer-reviewed",
  "original-source-trace",
  "metadata-forensics",
  "stakeholder-response",
] as const;
export type EvidenceType = (typeof evidenceTypes)[number];

/** Evidence of these types comes from where the fact originates, unless its finder says otherwise. */
export const primaryByNature: readonly EvidenceType[] = [
  "official-statement",
  "official-data",
  "law-or-regulation",
  "public-record",
  "service-notice",
  "on-site-visit",
  "lab-test",
  "original-source-trace",
];

/** What came of asking an organisation for its reply. */
export const replyOutcomes = ["replied", "declined", "no-answer", "unreachable"] as const;
export type ReplyOutcome = (typeof replyOutcomes)[number];

declare global {
  namespace PrismaJson {
    type Verdict = import("./vocabulary.ts").Verdict;
    type EvidenceType = import("./vocabulary.ts").EvidenceType;
    type ReplyOutcome = import("./vocabulary.ts").ReplyOutcome;
  }
}
