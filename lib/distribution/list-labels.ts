import { db } from "#lib/platform/db";
import { type LabelList, type LabelQuery, labelPayloadSchema } from "./label-schema.ts";
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
    select: { id: true, seq: true, payload: true, supersededBy: { select: { id: true } } },
  });
  const answers = memberId
    ? await answersOf(
        memberId,
        rows.map(({ id }) => id),
      )
    : null;
  const items = await Promise.all(
    rows.map(async ({ id, payload, supersededBy }) => ({
      id,
      jws: await signLabel(payload),
      payload: labelPayloadSchema.parse(JSON.parse(payload)),
      supersededBy: supersededBy?.id ?? null,
      ...(answers && { answer: answers.get(id) ?? null }),
    })),
  );
  return { items, nextCursor: String(rows.at(-1)?.seq ?? from) };
}

async function answersOf(memberId: string, labelIds: readonly string[]) {
  const rows = await db.labelAnswer.findMany({
    where: { memberId, labelId: { in: [...labelIds] } },
    // The last of a label stays in the map.
    orderBy: { number: "asc" },
    select: { labelId: true, outcome: true, marked: true, reason: true, at: true },
  });
  return new Map(rows.map(({ labelId, at, ...answer }) => [labelId, { ...answer, at: at.toISOString() }]));
}
