import type { EventData, EventType } from "#lib/audit/event-types";
import type { Messages } from "#lib/i18n/messages";
import type { AuditNames } from "./list-audit.ts";

type FactKey = keyof Messages["people"]["audit"]["key"];

/** Which labels word the codes of a fact; a code that none of them knows is shown as it is. */
const vocabularies: Partial<Record<FactKey, readonly (keyof Messages["labels"])[]>> = {
  closing: ["claimStatus"],
  from: ["claimStatus", "draftStatus"],
  fromUrgency: ["urgency"],
  kind: ["draftKind"],
  outcome: ["replyOutcome"],
  purpose: ["assignmentPurpose"],
  reaction: ["reaction"],
  roles: ["role"],
  scopes: ["scope"],
  stage: ["reviewStage"],
  suspicion: ["suspicion"],
  toStatus: ["claimStatus"],
  type: ["evidenceType"],
  urgency: ["urgency"],
  verdict: ["verdict"],
};

/** Facts that mean something else in these events than in others. */
const meant: Partial<Record<EventType, Readonly<Record<string, FactKey>>>> = {
  "claim.moved": { to: "toStatus" },
  "claim.raised": { from: "fromUrgency" },
};

/** The names that a fact's code may stand for. */
const named: Partial<Record<FactKey, "topics" | "divisions">> = { topic: "topics", places: "divisions" };

/** The words that facts are told in, of one language. */
export type FactWords = {
  names: Omit<AuditNames, "people">;
  messages: Pick<Messages, "people" | "labels">;
  nameOf: (named: { zh: string; en: string }) => string;
};

/** The small facts of an event, in words where there are any; what has no label is not for people. */
export function wordFacts(type: EventType, data: EventData, { names, messages, nameOf }: FactWords) {
  const { audit } = messages.people;
  const wordOf = (key: FactKey, value: unknown): string => {
    if (typeof value === "boolean") return value ? audit.yes : audit.no;
    if (key === "score" && typeof value === "number") return `${Math.round(value * 100)}%`;
    if (key === "intoNumber") return `#${value}`;
    const code = String(value);
    const found = names[named[key] ?? "members"].get(code);
    if (found) return nameOf(found);
    const labels = (vocabularies[key] ?? []).map((each) => messages.labels[each] as Record<string, unknown>);
    const word = labels.find((each) => typeof each[code] === "string")?.[code];
    return typeof word === "string" ? word : code;
  };
  return Object.entries(data).flatMap(([name, value]) => {
    const key = meant[type]?.[name] ?? (name as FactKey);
    const values = [value ?? []].flat();
    const label: string | undefined = audit.key[key];
    return values.length > 0 && label ? [{ key, label, words: values.map((each) => wordOf(key, each)) }] : [];
  });
}
