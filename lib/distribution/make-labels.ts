import { now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { oneByOne } from "#lib/platform/one-by-one";
import { composeLabel, type LabelledVersion, subjectOf } from "./compose-label.ts";
import { labelPayloadSchema } from "./label-schema.ts";

/** Whoever makes labels takes turns, so that their numbers become visible in their order: who fetches by them misses none. */
const LOCK = 4210031;

type Made = { id: string; payload: string };

/**
 * Makes the label of every version of a notice that has none: it takes the place of the one before; that of a retraction
 * revokes it, with what it was about. Running twice makes one.
 */
export const makeLabels = (debunkId: string): Promise<void> =>
  db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
    const versions = await tx.debunkVersion.findMany({
      where: { debunkId },
      orderBy: { number: "asc" },
      select: {
        id: true,
        number: true,
        publishedAt: true,
        correctionKind: true,
        content: true,
        debunk: { select: { slug: true, claimId: true } },
        label: { select: { id: true, payload: true } },
      },
    });
    let before: Made | null = null;
    for (const { label, id, correctionKind, ...version } of versions) {
      const isRetraction = correctionKind === "retraction";
      before = label ?? (await makeLabel(tx, { id, ...version, isRetraction }, before));
    }
  });

async function makeLabel(
  tx: Tx,
  { id: debunkVersionId, isRetraction, ...version }: LabelledVersion & { id: string; isRetraction: boolean },
  before: Made | null,
): Promise<Made> {
  const id = newId();
  const revoked = isRetraction ? before : null;
  const action = revoked ? "revoke" : "label";
  const subject = revoked ? subjectIn(revoked) : await subjectOf(tx, version);
  const supersedesId = before?.id ?? null;
  const payload = JSON.stringify(composeLabel(version, { id, action, supersedes: supersedesId, subject }));
  await tx.label.create({ data: { id, debunkVersionId, action, payload, supersedesId, createdAt: now() } });
  return { id, payload };
}

function subjectIn({ payload }: Made) {
  const { wordings, links, pictures } = labelPayloadSchema.parse(JSON.parse(payload));
  return { wordings, links, pictures };
}

/** Makes the labels of what was published before there were any; some at a time, the oldest first. */
export async function makeForgottenLabels(): Promise<void> {
  const forgotten = await db.debunk.findMany({
    where: { versions: { some: { label: null } } },
    orderBy: { publishedAt: "asc" },
    take: 500,
    select: { id: true, slug: true },
  });
  await oneByOne(
    forgotten,
    ({ slug }) => slug,
    ({ id }) => makeLabels(id),
  );
}
