import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { clockKinds } from "#lib/clocks/allowances";
import { now } from "#lib/platform/clock";
import { cursorSchema, pageOf, placeOf } from "#lib/platform/cursor";
import { db, type Prisma } from "#lib/platform/db";
import { z } from "#lib/platform/validation";
import { foretellClocks } from "#lib/routing/foretell";

const PAGE = 30;

export const clockViews = ["next", "late"] as const;

export const clockFilterSchema = z.object({
  show: z.enum(clockViews).default("next"),
  kind: z.enum(clockKinds).optional(),
  /** Who was told last. */
  level: z.coerce.number().int().min(0).max(3).optional(),
  cursor: cursorSchema.optional(),
});
export type ClockFilter = z.infer<typeof clockFilterSchema>;

const select = {
  id: true,
  kind: true,
  level: true,
  dueAt: true,
  escalatesAt: true,
  assignment: { select: { purpose: true, member: { select: { zh: true, en: true } } } },
  claim: { select: { id: true, number: true, wording: true, urgency: true, status: true } },
} as const satisfies Prisma.ClockSelect;

/** What is ordered by in each view, and which clocks are in it. */
const views = {
  next: { field: "escalatesAt", where: () => ({ escalatesAt: { not: null } }) },
  late: { field: "dueAt", where: () => ({ dueAt: { lte: now() } }) },
} as const;

/** The clocks that run, in the order in which the next level is told, or those that are late, the latest last. */
export async function listClocks(actor: Actor, { show, kind, level, cursor }: ClockFilter) {
  assertCan(actor, "clock.list");
  const { field, where } = views[show];
  const from = cursor ? placeOf(cursor) : null;
  const by = <Value>(value: Value) => ({ [field]: value });
  const behind = from
    ? {
        ...by({ gte: from.at }),
        OR: [by({ gt: from.at }), { ...by({ equals: from.at }), id: { gt: from.id } }],
      }
    : {};
  const page = await pageOf("at", { limit: PAGE }, async (take) => {
    const rows = await db.clock.findMany({
      where: { AND: [where(), behind], ...(kind && { kind }), ...(level !== undefined && { level }) },
      orderBy: [by("asc" as const), { id: "asc" }],
      take,
      select,
    });
    return rows.flatMap((row) => {
      const at = row[field];
      return at ? { ...row, at } : [];
    });
  });
  const steps = await foretellClocks(page.items.map(({ id }) => id));
  return { ...page, items: page.items.map((row) => ({ ...row, steps: steps.get(row.id) ?? null })) };
}

export type ClockRows = Awaited<ReturnType<typeof listClocks>>;
