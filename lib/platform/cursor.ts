import { AppError } from "./errors.ts";
import { isId } from "./id.ts";
import { z } from "./validation.ts";

/** The place of a row in a list that runs by time, within its class where classes come first: keyset paging costs the same at any depth. */
export type Cursor = { at: Date; id: string; rank?: string };

/** The cursor as the outside sees it: opaque, safe in a URL. */
export const encodeCursor = ({ at, id, rank }: Cursor): string =>
  Buffer.from([at.getTime(), id, rank ?? []].flat().join(".")).toString("base64url");

/** The place that an outside cursor names, or null when nobody here made it. */
function decodeCursor(text: string): Cursor | null {
  if (text.length > 100) return null;
  const [time = "", id = "", rank] = Buffer.from(text, "base64url").toString("utf8").split(".");
  const at = new Date(Number(time));
  if (!/^\d{1,15}$/.test(time) || Number.isNaN(at.getTime()) || !isId(id)) return null;
  if (rank === undefined) return { at, id };
  return /^[A-Z]\d$/.test(rank) ? { at, id, rank } : null;
}

/** A cursor that somebody here gave out. */
export const cursorSchema = z
  .string()
  .refine((text) => decodeCursor(text) !== null, { error: "invalid" })
  .meta({ minLength: 1, maxLength: 100 });

/** The place that a cursor names. @throws AppError VALIDATION for one that nobody here made */
export function placeOf(cursor: string): Cursor {
  const place = decodeCursor(cursor);
  if (!place) throw new AppError("VALIDATION", [{ path: "cursor", message: "invalid" }]);
  return place;
}

/** Whether a cursor names a place among classes, as the lists give out that begin with a class. */
export const isRanked = (cursor: string): boolean => decodeCursor(cursor)?.rank !== undefined;

export type Page<Item> = { items: Item[]; nextCursor: string | null };

/**
 * A page of the rows that `read` finds, newest first by `field`. What is `behind` the cursor begins with the condition where
 * the index starts to read, whatever the depth. @throws AppError VALIDATION for a cursor that nobody here made
 */
export async function readPage<Field extends string, Row extends Record<Field, Date> & { id: string }>(
  field: Field,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  read: (page: ReturnType<typeof pageArgs<Field>>) => Promise<Row[]>,
): Promise<Page<Row>> {
  const from = cursor ? placeOf(cursor) : null;
  return pageOf(field, { limit }, () => read(pageArgs(field, from, limit)));
}

/** The same of rows that are read by hand: `read` finds as many as it is asked for, which is one more than the page has. */
export async function pageOf<Field extends string, Row extends Record<Field, Date> & { id: string }>(
  field: Field,
  { limit }: { limit: number },
  read: (limit: number) => Promise<Row[]>,
): Promise<Page<Row>> {
  const rows = await read(limit + 1);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const nextCursor = rows.length > limit && last ? encodeCursor({ at: last[field], id: last.id }) : null;
  return { items, nextCursor };
}

/** One row more than the page has tells whether another one follows. */
function pageArgs<Field extends string>(field: Field, from: Cursor | null, limit: number) {
  const by = <Value>(value: Value) => ({ [field]: value }) as Record<Field, Value>;
  const orderBy = [by("desc" as const), { id: "desc" as const }];
  const behind = from ? { ...by({ lte: from.at }), OR: [by({ lt: from.at }), { id: { lt: from.id } }] } : {};
  return { behind, orderBy, take: limit + 1 };
}

type Ranked<Rank extends string, Field extends string> = Record<Rank, string> &
  Record<Field, Date | null> & { id: string };

/**
 * A page of the rows that `read` finds, class by class and in each the earliest first by `field`, which all of them have.
 * @throws AppError VALIDATION for a cursor of another list
 */
export async function readRankedPage<
  Rank extends string,
  Field extends string,
  Row extends Ranked<Rank, Field>,
>(
  [rank, field]: readonly [Rank, Field],
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  read: (page: ReturnType<typeof rankedArgs<Rank, Field>>) => Promise<Row[]>,
): Promise<Page<Row>> {
  const rows = await read(rankedArgs(rank, field, cursor ? placeOf(cursor) : null, limit));
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  const at = last?.[field];
  return { items, nextCursor: last && at ? encodeCursor({ at, id: last.id, rank: last[rank] }) : null };
}

function rankedArgs<Rank extends string, Field extends string>(
  rank: Rank,
  field: Field,
  from: Cursor | null,
  limit: number,
) {
  const byRank = <Value>(value: Value) => ({ [rank]: value }) as Record<Rank, Value>;
  const by = <Value>(value: Value) => ({ [field]: value }) as Record<Field, Value>;
  const orderBy = [byRank("asc" as const), by("asc" as const), { id: "asc" as const }];
  const behind = from ? behindRanked(from) : {};
  return { behind, orderBy, take: limit + 1 };

  function behindRanked({ rank: of, at, id }: Cursor) {
    if (of === undefined) throw new AppError("VALIDATION", [{ path: "cursor", message: "invalid" }]);
    const further = [byRank({ gt: of }), by({ gt: at }), { ...by({ equals: at }), id: { gt: id } }];
    return { ...byRank({ gte: of }), OR: further };
  }
}
