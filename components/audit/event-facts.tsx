import { useMessages, useTranslations } from "next-intl";
import { useLocalName } from "#components/claims/local-name.ts";
import type { EventData, EventType } from "#lib/audit/event-types";
import { type FactWords, wordFacts } from "#lib/desk/facts";
import type { Messages } from "#lib/i18n/messages";

type Props = { type: EventType; data: EventData; names: FactWords["names"] };

/** The small facts of an event, in words where there are any. */
export function EventFacts({ type, data, names }: Props) {
  const separator = useTranslations("editorial")("separator");
  const messages = useMessages() as Messages;
  const facts = wordFacts(type, data, { names, messages, nameOf: useLocalName() });
  if (facts.length === 0) return null;
  return (
    <dl className="flex flex-wrap gap-x-4">
      {facts.map(({ key, label, words }) => (
        <div key={key} className="flex gap-1.5">
          <dt className="text-ink-soft">{label}</dt>
          <dd>{words.join(separator)}</dd>
        </div>
      ))}
    </dl>
  );
}
