import { AppError } from "./errors.ts";
import { isId } from "./id.ts";

/** The place of a row in a list that runs newest first: keyset paging costs the same at any depth. */
export type Cursor = { at: Date; id: string };

/** The cursor as the outside sees it: opaque, safe in a URL. */
export const encodeCursor = ({ at, id }: Cursor): string =>
  Buffer.from(`${at.getTime()}.${id}`).toString("base64url");

/** The place that an outside cursor names, or null when nobody here made it. */
export function decodeCursor(text: string): Cursor | null {
  if (text.length > 100) return null;
  const [time = "", id = ""] = Buffer.from(text, "base64url").toString("utf8").split(".");
  const at = new Date(Number(time));
  if (!/^\d{1,15}$/.test(time) || Number.isNaN(at.getTime()) || !isId(id)) return null;
  return { at, id };
}

/** A cursor that a request names, or null without one. @throws AppError VALIDATION when nobody here made it */
export function readCursor(text: string | undefined): Cursor | null {
  if (!text) return null;
  const cursor = decodeCursor(text);
  if (!cursor) throw new AppError("VALIDATION", [{ path: "cursor", message: "invalid" }]);
  return cursor;
}

/**
 * The condition for the rows behind a place in a list that runs newest first by `field`. Its first part is where the
 * index starts to read, whatever the depth.
 */
export function behind<Field extends string>(field: Field, cursor: Cursor | null) {
  if (!cursor) return {};
  const { at, id } = cursor;
  const upTo = { [field]: { lte: at } } as Record<Field, { lte: Date }>;
  const before = { [field]: { lt: at } } as Record<Field, { lt: Date }>;
  return { ...upTo, OR: [before, { id: { lt: id } }] };
}

export type Page<Item> = { items: Item[]; nextCursor: string | null };

/** Cuts a result of `limit + 1` rows into a page and the cursor of the next. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => Cursor,
  toItem: (row: Row) => Item,
): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(toItem),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null,
  };
}
