import { db } from "#lib/platform/db";
import { isId } from "#lib/platform/id";
import { type Label, type LabelList, type LabelQuery, labelPayloadSchema } from "./label-schema.ts";
import { signLabel } from "./sign-label.ts";

/**
 * The labels since a cursor, the oldest first; with a member its own answers beside them. Numbers become visible in their order
 * (make-labels.ts), so that nothing can appear behind a cursor.
 */
export async function listLabels(
  { cursor = "0", limit }: LabelQuery,
  memberId: string | null,
): Promise<LabelList> {
  const from = BigInt(cursor);
  const rows = await db.label.findMany({
    where: { seq: { gt: from } },
    orderBy: { seq: "asc" },
    take: limit,
    select: { ...labelSelect, seq: true },
  });
  const answers = memberId
    ? await answersOf(
        memberId,
        rows.map(({ id }) => id),
      )
    : null;
  const items = await Promise.all(
    rows.map(async (row) => ({
      ...(await toLabel(row)),
      ...(answers && { answer: answers.get(row.id) ?? null }),
    })),
  );
  return { items, nextCursor: String(rows.at(-1)?.seq ?? from) };
}

/** One label, or null where there is none of this id. */
export async function findLabel(id: string): Promise<Label | null> {
  const row = isId(id) ? await db.label.findUnique({ where: { id }, select: labelSelect }) : null;
  return row && toLabel(row);
}

const labelSelect = { id: true, payload: true, supersededBy: { select: { id: true } } } as const;

type Row = { id: string; payload: string; supersededBy: { id: string } | null };

const toLabel = async ({ id, payload, supersededBy }: Row): Promise<Label> => ({
  id,
  jws: await signLabel(payload),
  payload: labelPayloadSchema.parse(JSON.parse(payload)),
  supersededBy: supersededBy?.id ?? null,
});

async function answersOf(memberId: string, labelIds: readonly string[]) {
  const rows = await db.labelAnswer.findMany({
    where: { memberId, labelId: { in: [...labelIds] } },
    // The last of a label stays in the map.
    orderBy: { number: "asc" },
    select: { labelId: true, outcome: true, marked: true, reason: true, at: true },
  });
  return new Map(rows.map(({ labelId, at, ...answer }) => [labelId, { ...answer, at: at.toISOString() }]));
}
