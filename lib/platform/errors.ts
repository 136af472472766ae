/** What can be wrong with a request; each has a text in `messages/…/errors.json` and an HTTP status. */
export const appErrorStatus = {
  BAD_REQUEST: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  CONFLICT: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  VALIDATION: 422,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
  BUSY: 503,
  FULL: 507,
} as const;

export type AppErrorCode = keyof typeof appErrorStatus;

/** A problem with one field: its path in the input and the code of the reason. */
export type FieldError = { path: string; message: string };

/** A broken precondition. Expected failures are returned as outcomes instead. */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly fields: readonly FieldError[];
  /** What an answer over HTTP tells besides, such as `WWW-Authenticate`. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: AppErrorCode,
    fields: readonly FieldError[] = [],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(code);
    this.name = "AppError";
    this.code = code;
    this.fields = fields;
    this.headers = headers;
  }
}

/** Whether an error is an `AppError`. Several loads of `lib` in one process have a class each, but one name for it. */
export const isAppError = (error: unknown): error is AppError =>
  error instanceof Error && error.name === "AppError";
