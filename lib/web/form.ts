import type { Messages } from "#lib/i18n/messages";
import type { AppErrorCode } from "#lib/platform/errors";
import type { z } from "#lib/platform/validation";

/** What somebody typed, by the names of the fields; a name that is sent several times has several values. */
export type Typed = Readonly<Record<string, readonly string[]>>;

/** What is wrong with single fields: a code by the name of the field, with a number where the words need one (`short:9`). */
export type FormErrors = Readonly<Record<string, string>>;

/** Why what was sent reached nobody: there is no network, or the server was renewed since the page was opened. */
export type Lost = "OFFLINE" | "RENEWED";

/** What a form knows after it was sent. */
export type FormState<Given = unknown> = {
  /** What was typed, as long as it was not accepted. */
  typed: Typed | null;
  errors: FormErrors;
  outcome: Given | null;
  refused: AppErrorCode | Lost | null;
};

/** Why a form was not taken up; each has its words in form.json. */
export type RefusalReason = keyof Messages["form"]["refusals"];
export type Outcome = { ok: true } | { ok: false; reason: RefusalReason };

/** Whose decision was there first, in the words of whoever came too late: what, why, by whom and when. */
export type First = { words: string; reason: string | null; who: string; at: Date };

/** The same, where an outcome tells it (lib/web/next/action.ts). */
export function firstOf({ outcome }: FormState): First | null {
  const isTold = typeof outcome === "object" && outcome !== null && "first" in outcome;
  return isTold ? (outcome.first as First | null) : null;
}

/** A server action as a form takes it: what was sent gives what the form knows now. */
export type FormAction<Given = Outcome> = (
  previous: FormState,
  formData: FormData,
) => Promise<FormState<Given>>;

/** The state of a form that was not sent yet. */
export const idle: FormState<never> = { typed: null, errors: {}, outcome: null, refused: null };

/** A field is `reason`, `content.title` or `content.points[2].text`; whatever is named otherwise is none. */
const NAME = /^[a-z][\w-]*(?:\.[a-z][\w-]*|\[\d{1,4}\])*$/i;
const LONGEST_NAME = 200;
const MOST_NAMES = 500;

/** They are typed again; no answer carries them. */
const secrets = new Set(["password", "repeat", "current"]);

/** What stands in a form, to be shown in it again: its texts, without secrets. */
export function typedIn(formData: FormData): Typed {
  const texts = [...fieldsIn(formData)]
    .filter(([name]) => !secrets.has(name))
    .map(([name, values]) => [name, values.filter((value) => typeof value === "string")]);
  return Object.fromEntries(texts);
}

type Fields = ReadonlyMap<string, readonly FormDataEntryValue[]>;

function fieldsIn(formData: FormData): Fields {
  const fields = new Map<string, FormDataEntryValue[]>();
  for (const [name, value] of formData) {
    const values = fields.get(name);
    if (values) values.push(value);
    else if (fields.size < MOST_NAMES && name.length <= LONGEST_NAME && NAME.test(name))
      fields.set(name, [value]);
  }
  return fields;
}

type Read<Input> = { ok: true; input: Input } | { ok: false; errors: FormErrors };

/** Reads a form by its schema: an empty field is none, a name that was sent several times is a list. */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  formData: FormData,
): Read<z.output<Schema>> {
  const fields = fieldsIn(formData);
  const parsed = schema.safeParse(treeOf(fields));
  if (parsed.success) return { ok: true, input: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) => ({ path: path.map(String), message }));
  return { ok: false, errors: errorsOf(problems, [...fields.keys()]) };
}

/** Ties problems to the fields that were sent: of several values under one name, each is the problem of that name. */
export function errorsOf(
  problems: readonly { path: readonly string[]; message: string }[],
  names: readonly string[],
): FormErrors {
  const sent = new Set(names);
  const named = problems.map(({ path, message }) => [nameAt(path, sent), message] as const);
  // The first problem of a field is the one that is told.
  return Object.fromEntries(named.toReversed());
}

function nameAt(path: readonly string[], sent: ReadonlySet<string>): string {
  const names = path.map((_, at) => nameFrom(path.slice(0, path.length - at)));
  return names.find((name) => sent.has(name)) ?? names[0] ?? "";
}

const nameFrom = (path: readonly string[]): string =>
  path.reduce(
    (name, part) => (/^\d+$/.test(part) ? `${name}[${part}]` : name ? `${name}.${part}` : part),
    "",
  );

type Branch = Map<string, unknown>;

/** The value that the names of the fields describe; rows are counted in their order, whatever their numbers. */
function treeOf(fields: Fields): Record<string, unknown> {
  const root: Branch = new Map();
  // What is a field is no group of fields: the shorter name was there first.
  for (const [name, values] of [...fields].toSorted(([a], [b]) => a.length - b.length)) {
    const path = name.split(/[.[]/);
    const branch = path.slice(0, -1).reduce<unknown>(growAt, root);
    if (branch instanceof Map) branch.set(path.at(-1) ?? "", valueIn(values));
  }
  return Object.fromEntries([...root].map(([key, value]) => [key, grown(value)]));
}

function valueIn(values: readonly FormDataEntryValue[]): unknown {
  const [first, ...more] = values.filter((value) => value !== "");
  return more.length === 0 ? first : [first, ...more];
}

function growAt(branch: unknown, key: string): unknown {
  if (!(branch instanceof Map)) return undefined;
  if (!branch.has(key)) branch.set(key, new Map());
  return branch.get(key);
}

function grown(value: unknown): unknown {
  if (!(value instanceof Map)) return value;
  const parts: [string, unknown][] = [...value].map(([key, part]) => [key, grown(part)]);
  if (!parts.every(([key]) => key.endsWith("]"))) return Object.fromEntries(parts);
  return parts
    .toSorted(([a], [b]) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
    .map(([, part]) => part);
}

/** The name of the button that changes the rows of a list, for browsers without scripts. */
export const ROWS = "rows";
export type RowChange = "add" | "remove" | "raise";

/** How many rows of a list were typed. */
export const countRows = (typed: Typed, list: string): number =>
  Math.max(0, ...Object.keys(typed).map((name) => rowIn(name, list) + 1));

/** What a form holds after one of its rows was added, removed or moved up, as `raise content.points 2` asks. */
export function changeRows(typed: Typed, command: string): Typed {
  const [change = "", list = "", at] = command.split(" ");
  const rows = Array.from({ length: countRows(typed, list) }, (_, row) => row);
  if (change === "add") return { ...typed, [`${list}[${rows.length}]`]: [] };
  const order = changeOrder(rows, change, Number(at));
  const renamed = Object.entries(typed).flatMap(([name, values]) => {
    const row = rowIn(name, list);
    if (row < 0) return [[name, values]];
    const now = order.indexOf(row);
    return now < 0 ? [] : [[`${list}[${now}]${name.slice(`${list}[${row}]`.length)}`, values]];
  });
  return Object.fromEntries(renamed);
}

/** Rows after one was removed or moved up; a new one comes last, whoever makes it. */
export function changeOrder<Row>(rows: readonly Row[], change: string, at: number): Row[] {
  const rest = rows.filter((_, row) => row !== at);
  if (change === "remove") return rest;
  const moved = rows[at];
  return change === "raise" && moved !== undefined
    ? rest.toSpliced(Math.max(0, at - 1), 0, moved)
    : [...rows];
}

function rowIn(name: string, list: string): number {
  if (!name.startsWith(`${list}[`)) return -1;
  return Number.parseInt(name.slice(list.length + 1), 10);
}
