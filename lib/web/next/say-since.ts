import { getTranslations } from "next-intl/server";
import { eventKey } from "#lib/audit/keys";
import type { BatchOutcome } from "#lib/routing/decide-many";
import type { Since, UndoOutcome } from "#lib/routing/undo-decision";

/** What came of an undo, or of a decision about many, with what others went on with in words. */
export async function saySince<Outcome extends UndoOutcome | BatchOutcome>(
  outcome: Outcome,
): Promise<Outcome> {
  const events = await getTranslations("people.audit.event");
  const say = (since: Since | null) => since && { ...since, what: events(eventKey(since.type)) };
  if ("left" in outcome) {
    return { ...outcome, left: outcome.left.map((one) => ({ ...one, since: say(one.since) })) };
  }
  return "since" in outcome ? { ...outcome, since: say(outcome.since) } : outcome;
}
