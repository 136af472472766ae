import { appErrorStatus, type FieldError, isAppError } from "#lib/platform/errors";
import { laterOf } from "#lib/platform/later";
import { log } from "#lib/platform/log";
import { z } from "#lib/platform/validation";
import { preferredLanguage } from "./language.ts";
import { fieldText, type ProblemCode, problemText } from "./problem-text.ts";
import { wholeAnswer } from "./whole-answer.ts";

const MOST_FIELDS = 20;
/** When to come again, where nothing better is known. */
export const RETRY_AFTER_SECONDS = 5;

const statuses: Record<ProblemCode, number> = {
  ...appErrorStatus,
  KEY_REUSED: 422,
  REPORT_CLOSED: 409,
  NOT_A_PLATFORM: 403,
  NOT_IMPLEMENTED: 501,
};

export const statusOf = (code: ProblemCode): number => statuses[code];

/** Names a kind of problem; the same for every language. */
export const typeOf = (code: ProblemCode): string =>
  `urn:bianzhen:problem:${code.toLowerCase().replaceAll("_", "-")}`;

/** The body of every answer that is not a success (RFC 9457). */
export const problemSchema = z
  .object({
    type: z.string().meta({ description: "Names the kind of problem; the same for every language." }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    errors: z
      .array(z.object({ path: z.string(), code: z.string(), message: z.string() }))
      .optional()
      .meta({ description: "The rejected fields of a 422, at most twenty." }),
  })
  .meta({ id: "Problem", description: "RFC 9457, in the language of Accept-Language." });

export type Problem = z.infer<typeof problemSchema>;

export type Extras = { fields?: readonly FieldError[]; headers?: Record<string, string> };

/** A refusal in the caller's language. */
export function problem(
  request: Request,
  code: ProblemCode,
  { fields = [], headers }: Extras = {},
): Response {
  const language = preferredLanguage(request);
  const { title, detail } = problemText(code, language);
  const errors = fields.slice(0, MOST_FIELDS).map(({ path, message }) => ({
    path,
    code: message,
    message: fieldText(message, language),
  }));
  const body: Problem = {
    type: typeOf(code),
    title,
    status: statusOf(code),
    detail,
    ...(errors.length > 0 && { errors }),
  };
  return wholeAnswer(JSON.stringify(body), {
    status: body.status,
    headers: {
      "Content-Type": "application/problem+json",
      "Content-Language": language,
      "Cache-Control": "no-store",
      Vary: "Accept-Language",
      ...headers,
    },
  });
}

/** The refusal that stands for whatever was thrown; the unexpected goes to the log and tells the caller nothing. */
export function problemOf(request: Request, error: unknown): Response {
  if (isAppError(error)) {
    return problem(request, error.code, { fields: error.fields, headers: { ...error.headers } });
  }
  const { pathname } = new URL(request.url);
  const later = laterOf(error);
  if (later) {
    log.warn({ err: error, method: request.method, pathname, later }, "a request cannot be answered now");
    return problem(request, later, { headers: { "Retry-After": String(RETRY_AFTER_SECONDS) } });
  }
  log.error({ err: error, method: request.method, pathname }, "a request failed");
  return problem(request, "INTERNAL");
}
