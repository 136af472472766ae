import type { ReplyOutcome } from "#lib/investigation/vocabulary";
import { redact } from "#lib/wording/redaction";
import { type DraftContent, type DraftKind, type ReviewStage, reviewStages } from "./status.ts";

/** The settings of the gate, which /methodology prints. */
export const gateSettings = {
  primarySources: 1,
  independentSourcesWhenCriticising: 2,
  replyAttempts: 1,
  reviews: reviewStages.length,
} as const;

export const gateProblems = [
  "no-primary-source",
  "too-few-independent-sources",
  "no-reply-attempt",
  "no-how-we-know",
  "no-summary",
  "no-claimed",
  "no-points",
  "point-without-evidence",
  "no-advice",
  "private-person",
  "personal-details",
  "reviews-missing",
] as const;
export type GateProblem = (typeof gateProblems)[number];

/** What a retraction can lack: a notice that is wrong comes down although nobody has found anything better yet. */
const waivedForRetraction: readonly GateProblem[] = [
  "no-primary-source",
  "too-few-independent-sources",
  "no-reply-attempt",
  "no-points",
  "point-without-evidence",
];

export type GateEvidence = { id: string; publisher: string; isPrimary: boolean };

export type GateFacts = {
  kind: DraftKind;
  content: DraftContent;
  /** Evidence that has not been withdrawn. */
  evidence: readonly GateEvidence[];
  replies: readonly { organisation: string; outcome: ReplyOutcome }[];
  approvedStages: readonly ReviewStage[];
};

/** What stands between a text and its readers; an empty list opens the gate (product.md, evidence gate). */
export function evidenceGate(facts: GateFacts): GateProblem[] {
  const approved = new Set(facts.approvedStages);
  return [
    ...draftProblems(facts),
    ...(reviewStages.every((stage) => approved.has(stage)) ? [] : (["reviews-missing"] as const)),
  ];
}

/** The part of the gate that the writer answers for, checked before the first review already. */
export function draftProblems({
  kind,
  content,
  evidence,
  replies,
}: Omit<GateFacts, "approvedStages">): GateProblem[] {
  const usable = new Set(evidence.map(({ id }) => id));
  const points = content.points.filter(({ text }) => text !== "");
  const independent = new Set(
    evidence
      .map(({ publisher }) => publisher.trim())
      .filter((publisher) => publisher !== content.organisation),
  );
  const asked = replies.filter(({ organisation }) => organisation === content.organisation);
  const prose = [
    content.title,
    content.summary,
    content.claimed,
    content.advice,
    ...points.map(({ text }) => text),
  ];
  const problems: [GateProblem, boolean][] = [
    ["no-primary-source", evidence.filter(({ isPrimary }) => isPrimary).length < gateSettings.primarySources],
    [
      "too-few-independent-sources",
      content.criticises && independent.size < gateSettings.independentSourcesWhenCriticising,
    ],
    ["no-reply-attempt", content.organisation !== "" && asked.length < gateSettings.replyAttempts],
    ["no-how-we-know", content.howWeKnow === ""],
    ["no-summary", content.summary === ""],
    ["no-claimed", content.claimed === ""],
    ["no-points", points.length === 0],
    ["point-without-evidence", points.some(({ evidenceIds }) => !evidenceIds.some((id) => usable.has(id)))],
    ["no-advice", content.advice === ""],
    ["private-person", !content.noPrivatePerson],
    ["personal-details", Object.keys(redact(prose.join("\n")).redactions).length > 0],
  ];
  const waived = kind === "retraction" ? waivedForRetraction : [];
  return problems.flatMap(([problem, present]) => (present && !waived.includes(problem) ? [problem] : []));
}
