import { z } from "zod";
import type { FieldError } from "./errors.ts";
import { cleanText, lengthOf, TEXT_LIMIT, typedText } from "./text.ts";

// Issues that a schema does not word itself get a code instead of the library's English sentence; the texts of all codes are
// in `messages/…/errors.json` under `field`.
z.config({
  customError: (issue) => {
    if (issue.input === undefined || issue.input === null || issue.input === "") return "required";
    if ("origin" in issue && (issue.origin === "number" || issue.origin === "int")) return "invalid";
    if (issue.code === "too_big") return issue.origin === "array" ? "tooMany" : "tooLong";
    if (issue.code === "too_small") return "tooShort";
    if (issue.code === "invalid_format" && issue.format === "url") return "badUrl";
    if (issue.code === "invalid_format" && issue.format === "email") return "badEmail";
    return "invalid";
  },
});

/** A text from outside: cleaned, trimmed, at most `limit` code points; empty is allowed. */
export const text = (limit = TEXT_LIMIT) =>
  z
    .string()
    .overwrite(typedText)
    .refine((value) => lengthOf(value) <= limit, { error: "tooLong" })
    .meta({ maxLength: limit });

/** A text that must say something. */
export const requiredText = (limit = TEXT_LIMIT) =>
  text(limit).refine((value) => value.length > 0, { error: "required" });

/** A web address, http or https, without credentials. */
export const webUrl = z
  .string()
  .overwrite((value) => cleanText(value).trim())
  .max(2000)
  .refine(isWebUrl, { error: "badUrl" });

function isWebUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password, hostname } = new URL(value);
  return /^https?:$/.test(protocol) && username === "" && password === "" && /\.|^localhost$/.test(hostname);
}

/** Nothing here is older; PostgreSQL and JavaScript disagree about years before 1. */
export const EARLIEST_DAY = "1900-01-01";

/** A calendar day `YYYY-MM-DD`. */
export const day = z.iso
  .date({ error: "badDate" })
  .refine((value) => value >= EARLIEST_DAY, { error: "badDate" });

/** An e-mail address in lower case. */
export const email = z
  .string()
  .overwrite((value) => cleanText(value).trim().toLowerCase())
  .max(254)
  .pipe(z.email({ error: "badEmail" }));

/** A list as a form sends it: one field, several of one name, or none. */
export const several = <List extends z.ZodArray>(list: List) =>
  z.preprocess((value) => (value === undefined ? [] : [value].flat()), list);

/** A box as a form sends it: "on", or nothing. */
export const ticked = z.preprocess((value) => value === true || value === "on", z.boolean());

/** The issues of a failed parse as field paths and codes. */
export const fieldErrors = (error: z.ZodError): FieldError[] =>
  error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));

export { z };

const COLUMN_MAX = 2_147_483_647;

/** A number as rows have it, from 1; a greater one than a column holds is as wrong as a word. */
export const rowNumber = z.coerce.number().int().positive().max(COLUMN_MAX);

/** The version of something that the person saw; an older one is a conflict. */
export const seenVersion = rowNumber.meta({ description: "The version that the person saw." });
