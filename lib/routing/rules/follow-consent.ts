import { system } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { after, now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { oneByOne } from "#lib/platform/one-by-one";
import { activate } from "./activate.ts";
import { backToDraft, WAIT } from "./propose-rules.ts";
import { oneMore } from "./take-version.ts";
import { whoManages } from "./who-manages.ts";

/**
 * Activates versions that nobody else can consent to when they have waited. Whoever comes to hold the role meanwhile is asked
 * instead; where the last other one leaves, the wait begins.
 */
export async function followConsent(): Promise<void> {
  const proposed = await db.ruleSet.findMany({ where: { status: "proposed" }, select: { id: true } });
  await oneByOne(
    proposed,
    ({ id }) => id,
    ({ id }) => db.$transaction((tx) => follow(tx, id)),
  );
}

async function follow(tx: Tx, id: string): Promise<void> {
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM rule_sets WHERE id = ${id}::uuid AND status = 'proposed' FOR UPDATE`;
  if (!found) return;
  const version = await tx.ruleSet.findUniqueOrThrow({ where: { id } });
  const { authorIds, waitsUntil, number } = version;
  const of = { actor: system, subjectId: id, data: { version: number } };
  const others = [...(await whoManages(tx))].filter((one) => !authorIds.includes(one));
  if (others.length > 0) {
    if (waitsUntil) await tx.ruleSet.update({ where: { id }, data: { ...oneMore, waitsUntil: null } });
  } else if (!waitsUntil) {
    await tx.ruleSet.update({ where: { id }, data: { ...oneMore, waitsUntil: after(now(), WAIT) } });
    await recordEvent(tx, { type: "rules.waiting", ...of });
  } else if (waitsUntil <= now()) {
    const { ok } = await activate(tx, version, { by: system, consent: "alone" });
    if (ok) return;
    // Another version has become active meanwhile.
    await tx.ruleSet.update({ where: { id }, data: { ...oneMore, ...backToDraft } });
    await recordEvent(tx, { type: "rules.returned", ...of });
  }
}
