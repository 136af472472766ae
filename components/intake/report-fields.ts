import type { FieldProblem } from "#components/form/error-summary";
import type { ActionState } from "#lib/access/action-state";
import type { Messages } from "#lib/i18n/messages";

const reportFields = [
  "text",
  "uploadIds",
  "links",
  "seenOn",
  "seenAt",
  "division",
  "topic",
  "note",
  "contact",
] as const;
export type ReportField = (typeof reportFields)[number];

type Typed = Record<Exclude<ReportField, "uploadIds"> | "key" | "checked", string>;

/** What was typed, else what the form starts with. */
export function readTyped(
  result: ActionState["result"],
  start: Pick<Typed, "text" | "key" | "checked">,
): Typed {
  const sent = result?.initialValue;
  const of = (name: keyof Typed, first = ""): string => {
    const value = sent?.[name];
    return sent ? (typeof value === "string" ? value : "") : first;
  };
  return {
    text: of("text", start.text),
    key: of("key") || start.key,
    checked: of("checked", start.checked),
    links: of("links"),
    seenOn: of("seenOn"),
    seenAt: of("seenAt"),
    division: of("division"),
    topic: of("topic"),
    note: of("note"),
    contact: of("contact"),
  };
}

/** The form asks for links and a contact in one field each, which the report keeps in several. */
const fieldOf = (path: string): ReportField | undefined => {
  const [first = ""] = path.split(/[.[]/);
  return first === "urls" ? "links" : reportFields.find((field) => field === first);
};

/** Everything that keeps the report from being accepted, in words, and the same for each field. */
export function readProblems({ result, refused }: ActionState, words: Messages["report"]["form"]) {
  const texts: Record<string, string> = words.problems;
  const files: Record<string, string> = words.files.problems;
  const found = Object.entries(result?.error ?? {}).flatMap(([path, codes]) => {
    const [code = "invalid"] = codes ?? [];
    const field = fieldOf(path);
    const told = field === "uploadIds" ? files[code] : texts[code];
    return field ? [{ field, message: told ?? words.problems.invalid }] : [];
  });
  const first = reportFields.flatMap((field) => found.find((one) => one.field === field) ?? []);
  const general = refused && first.length === 0 ? [{ message: words.refused }] : [];
  const unexplained =
    result?.error && first.length + general.length === 0 ? [{ message: words.refused }] : [];
  const problems: FieldProblem[] = [
    ...first.map(({ field, message }) => ({ fieldId: `report-${field}`, message })),
    ...general,
    ...unexplained,
  ];
  return { problems, of: (name: ReportField) => first.find(({ field }) => field === name)?.message };
}
