import { useTranslations } from "next-intl";
import { useLocalName } from "#components/claims/local-name.ts";
import type { EventData, EventType } from "#lib/audit/event-types";
import type { AuditNames } from "#lib/desk/list-audit";
import type { Messages } from "#lib/i18n/messages";

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

type Props = { type: EventType; data: EventData; names: Omit<AuditNames, "people"> };

/** The small facts of an event, in words where there are any. */
export function EventFacts({ type, data, names }: Props) {
  const t = useTranslations("people.audit");
  const separator = useTranslations("editorial")("separator");
  const messages = useTranslations();
  const nameOf = useLocalName();
  const wordOf = (key: FactKey, value: unknown): string => {
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    const code = String(value);
    const found = names[named[key] ?? "members"].get(code);
    if (found) return nameOf(found);
    for (const vocabulary of vocabularies[key] ?? []) {
      const path = `labels.${vocabulary}.${code}`;
      if (messages.has(path as never)) return messages(path as never);
    }
    return code;
  };
  const facts = Object.entries(data).flatMap(([name, value]) => {
    const key = meant[type]?.[name] ?? (name as FactKey);
    const values = [value ?? []].flat();
    return values.length > 0 && t.has(`key.${key}`) ? [[key, values] as const] : [];
  });
  if (facts.length === 0) return null;
  return (
    <dl className="flex flex-wrap gap-x-4">
      {facts.map(([key, values]) => (
        <div key={key} className="flex gap-1.5">
          <dt className="text-ink-soft">{t(`key.${key}`)}</dt>
          <dd>{values.map((each) => wordOf(key, each)).join(separator)}</dd>
        </div>
      ))}
    </dl>
  );
}
