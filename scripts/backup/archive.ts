import { z } from "zod";
import { isId } from "#lib/platform/id";
import { shelves } from "#lib/platform/storage";

/** The first entry of an archive: what it is, and all that has to be known before the first row. */
export const HEADER = "backup.json";
/** The last entry: the hash of every other, as `sha256sum --check` reads it. Without it an archive is cut off. */
export const SUMS = "SHA256SUMS";

const nameSchema = z.string().regex(/^[a-z_][a-z0-9_]*$/);

export const headerSchema = z.object({
  product: z.literal("bianzhen"),
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  postgres: z.string(),
  /** Those that had been applied: they make the tables that the rows belong to. */
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: nameSchema, columns: z.array(nameSchema) })),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string() })),
  /** Since when the oldest job waits that the queue holds; null when none does. */
  waitingSince: z.iso.datetime().nullable(),
  /** Where the root secret is, and by what it is known again. */
  secret: z.object({ place: z.enum(["archive", "environment"]), check: z.string() }),
});

export type Header = z.infer<typeof headerSchema>;
export type Table = Header["tables"][number];

/** What an entry holds: a part of the rows of a table, a file of the storage, or a file of the data directory itself. */
export type Place =
  | { kind: "rows"; table: string }
  | { kind: "file"; path: string }
  | { kind: "data"; path: string };

const rowsName = /^tables\/([a-z_][a-z0-9_]*)\/\d{6,}$/;
const dataName = /^data\/([\w-][\w.-]*)$/;

export const nameOfRows = (table: string, part: number): string =>
  `tables/${table}/${String(part).padStart(6, "0")}`;
export const nameOfData = (name: string): string => `data/${name}`;

/** Where an entry belongs, by its name; null for one that no backup has, such as one that leads out of the directory. */
export function placeOf(name: string): Place | null {
  const [, table] = rowsName.exec(name) ?? [];
  if (table) return { kind: "rows", table };
  const [, path] = dataName.exec(name) ?? [];
  if (path) return { kind: "data", path };
  const [top, shelf, part, id = "", ...more] = name.split("/");
  const isFile = top === "files" && shelves.some((one) => one === shelf) && isId(id) && part === id.slice(-2);
  return isFile && more.length === 0 ? { kind: "file", path: name } : null;
}
