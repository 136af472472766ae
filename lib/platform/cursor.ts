import { AppError } from "./errors.ts";
import { isId } from "./id.ts";
import { z } from "./validation.ts";

/** The place of a row in a list that runs newest first: keyset paging costs the same at any depth. */
export type Cursor = { at: Date; id: string };

/** The cursor as the outside sees it: opaque, safe in a URL. */
export const encodeCursor = ({ at, id }: Cursor): string =>
  Buffer.from(`${at.getTime()}.${id}`).toString("base64url");

/** The place that an outside cursor names, or null when nobody here made it. */
function decodeCursor(text: string): Cursor | null {
  if (text.length > 100) return null;
  const [time = "", id = ""] = Buffer.from(text, "base64url").toString("utf8").split(".");
  const at = new Date(Number(time));
  if (!/^\d{1,15}$/.test(time) || Number.isNaN(at.getTime()) || !isId(id)) return null;
  return { at, id };
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
