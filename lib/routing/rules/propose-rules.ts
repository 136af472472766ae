import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { after, minutes, now } from "#lib/platform/clock";
import { decide } from "#lib/platform/decide";
import { redact } from "#lib/wording/redaction";
import type { DecideRules, ProposeRules } from "./form-schema.ts";
import { oneMore, type RulesOutcome, takeVersion, withAuthor } from "./take-version.ts";
import { whoManages } from "./who-manages.ts";

/** So long a version waits that nobody else can consent to, and all people of the desk are told. */
export const WAIT = minutes(30);

export type ProposeOutcome = RulesOutcome | { ok: false; reason: "BASE_CHANGED" };

/** Asks for the consent of a second person; where there is none, the version becomes active after a wait. */
export async function proposeRules(
  actor: Actor,
  { note: typed, ...seen }: ProposeRules,
): Promise<ProposeOutcome> {
  const by = assertCan(actor, "rules.manage");
  const note = redact(typed).text;
  return decide<ProposeOutcome>({ lost: "RULES_EDITED" }, async (tx) => {
    const draft = await takeVersion(tx, seen, ["draft"]);
    const base = await tx.ruleSet.count({ where: { id: draft.basedOnId ?? "", status: "active" } });
    if (base === 0) return { ok: false, reason: "BASE_CHANGED" };
    const authorIds = withAuthor(draft.authorIds, actor.userId);
    const others = [...(await whoManages(tx))].filter((id) => !authorIds.includes(id));
    const proposedAt = now();
    const waitsUntil = others.length > 0 ? null : after(proposedAt, WAIT);
    await tx.ruleSet.update({
      where: { id: draft.id },
      data: { ...oneMore, status: "proposed", note, authorIds, proposedAt, waitsUntil },
    });
    const of = { actor: by, subjectId: draft.id, data: { version: draft.number } };
    await recordEvent(tx, { type: "rules.proposed", reason: note, ...of });
    if (waitsUntil) await recordEvent(tx, { type: "rules.waiting", ...of });
    return { ok: true };
  });
}

/** What a proposed version is when it is worked on again. */
export const backToDraft = { status: "draft", proposedAt: null, waitsUntil: null } as const;

/** Gives a proposed version back to be worked on. */
export async function returnRules(actor: Actor, seen: DecideRules): Promise<RulesOutcome> {
  const by = assertCan(actor, "rules.manage");
  return decide<RulesOutcome>({ lost: "RULES_EDITED" }, async (tx) => {
    const { id, number } = await takeVersion(tx, seen, ["proposed"]);
    await tx.ruleSet.update({
      where: { id },
      data: { ...oneMore, ...backToDraft },
    });
    const data = { version: number };
    await recordEvent(tx, { type: "rules.returned", actor: by, subjectId: id, data });
    return { ok: true };
  });
}

/** Puts a version away that was never active. */
export async function discardRules(actor: Actor, seen: DecideRules): Promise<RulesOutcome> {
  const by = assertCan(actor, "rules.manage");
  return decide<RulesOutcome>({ lost: "RULES_EDITED" }, async (tx) => {
    const { id, number } = await takeVersion(tx, seen, ["draft", "proposed"]);
    await tx.ruleSet.update({ where: { id }, data: { ...oneMore, status: "retired", retiredAt: now() } });
    const data = { version: number };
    await recordEvent(tx, { type: "rules.discarded", actor: by, subjectId: id, data });
    return { ok: true };
  });
}
