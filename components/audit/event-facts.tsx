import { useTranslations } from "next-intl";
import { useLocalName } from "#components/claims/local-name.ts";
import type { EventData } from "#lib/audit/event-types";
import type { Messages } from "#lib/i18n/messages";

type FactKey = keyof Messages["people"]["audit"]["key"];

/** Which labels word the codes of a fact; a code that none of them knows is shown as it is. */
const vocabularies: Partial<Record<FactKey, readonly (keyof Messages["labels"])[]>> = {
  closing: ["claimStatus"],
  from: ["claimStatus", "draftStatus"],
  kind: ["draftKind"],
  outcome: ["replyOutcome"],
  purpose: ["assignmentPurpose"],
  reaction: ["reaction"],
  roles: ["role"],
  scopes: ["scope"],
  stage: ["reviewStage"],
  type: ["evidenceType"],
  urgency: ["urgency"],
  verdict: ["verdict"],
};

type Props = { data: EventData; members: ReadonlyMap<string, { zh: string; en: string }> };

/** The small facts of an event, in words where there are any. */
export function EventFacts({ data, members }: Props) {
  const t = useTranslations("people.audit");
  const separator = useTranslations("editorial")("separator");
  const messages = useTranslations();
  const nameOf = useLocalName();
  const wordOf = (key: string, value: unknown): string => {
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    const code = String(value);
    const member = members.get(code);
    if (member) return nameOf(member);
    for (const vocabulary of vocabularies[key as FactKey] ?? []) {
      const path = `labels.${vocabulary}.${code}`;
      if (messages.has(path as never)) return messages(path as never);
    }
    return code;
  };
  const facts = Object.entries(data).filter(
    ([key, value]) => value !== null && t.has(`key.${key as FactKey}`),
  );
  if (facts.length === 0) return null;
  return (
    <dl className="flex flex-wrap gap-x-4">
      {facts.map(([key, value]) => (
        <div key={key} className="flex gap-1.5">
          <dt className="text-ink-soft">{t(`key.${key as FactKey}`)}</dt>
          <dd>
            {[value]
              .flat()
              .map((each) => wordOf(key, each))
              .join(separator)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
