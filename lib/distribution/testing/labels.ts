import type { CorrectionKind } from "#lib/editorial/status";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { handlersOf } from "#lib/web/handlers";
import { call } from "#lib/web/testing/call";
import { type SeedClaim, seedClaim } from "#seed/claims";
import type { LabelList } from "../label-schema.ts";
import { makeLabels } from "../make-labels.ts";

/** A notice with the label of its first version. */
export async function publishLabelled(wanted: SeedClaim = {}) {
  const claim = await seedClaim({ status: "published", ...wanted });
  if (!claim.debunk) throw new Error("a published claim has a notice");
  await makeLabels(claim.debunk.id);
  return { claim, debunk: claim.debunk };
}

/** The next version of a notice, with its label. */
export async function correctLabelled(debunkId: string, correctionKind: CorrectionKind): Promise<void> {
  const { id: _, ...version } = await db.debunkVersion.findFirstOrThrow({
    where: { debunkId },
    orderBy: { number: "desc" },
  });
  const number = version.number + 1;
  await db.debunkVersion.create({
    data: { ...version, id: newId(), number, correctionKind, correctionNote: "说明", publishedAt: now() },
  });
  const status = correctionKind === "retraction" ? "retracted" : "corrected";
  await db.debunk.update({ where: { id: debunkId }, data: { currentVersion: number, status } });
  await makeLabels(debunkId);
}

const PATH = "/api/v1/labels";

/** What the feed answers, to anybody or to the holder of a key. */
export const getLabels = (query: Record<string, string> = {}, secret?: string) =>
  call(handlersOf(PATH).GET, `${PATH}?${new URLSearchParams(query)}`, {
    headers: secret ? { authorization: `Bearer ${secret}` } : {},
  });

export async function readLabels(query: Record<string, string> = {}, secret?: string): Promise<LabelList> {
  return (await (await getLabels(query, secret)).json()) as LabelList;
}

/** Page by page until there is nothing more, as a platform does. */
export async function allLabels(cursor = "0", limit = "100", secret?: string) {
  const items: LabelList["items"] = [];
  for (let from = cursor; ; ) {
    const page = await readLabels({ cursor: from, limit }, secret);
    if (page.items.length === 0) return { items, nextCursor: page.nextCursor };
    items.push(...page.items);
    from = page.nextCursor;
  }
}
