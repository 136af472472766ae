import type { DraftContent } from "#lib/editorial/status";

/** The fields of the editor, as the form sends them. */
export type DraftFields = { claimId: string; draftId: string; baseVersion: string; content: DraftContent };

type Raw = { [Key in keyof DraftContent]?: unknown };

const word = (value: unknown): string => (typeof value === "string" ? value : "");
const list = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
const record = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? { ...value } : {};

/** What stands in the form at this moment, sent or not. */
export function readContent(value: unknown): DraftContent {
  const raw: Raw = record(record(value).content);
  return {
    title: word(raw.title),
    titleEn: word(raw.titleEn),
    verdict: (word(raw.verdict) || "unproven") as DraftContent["verdict"],
    summary: word(raw.summary),
    claimed: word(raw.claimed),
    points: list(raw.points)
      .map(record)
      .map(({ text, evidenceIds }) => ({ text: word(text), evidenceIds: list(evidenceIds).map(word) })),
    advice: word(raw.advice),
    howWeKnow: word(raw.howWeKnow),
    organisation: word(raw.organisation),
    criticises: raw.criticises === "on",
    noPrivatePerson: raw.noPrivatePerson === "on",
  };
}
