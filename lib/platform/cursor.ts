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
