/** What an error is called, for a record of it: its message may repeat what a citizen wrote. */
export function errorCodeOf(error: unknown): string {
  if (!(error instanceof Error)) return "UNKNOWN";
  // A mail server's number says more than what its client makes of it.
  const { responseCode, code = error.name }: { responseCode?: unknown; code?: unknown } = error as object;
  const said = typeof responseCode === "number" ? `SMTP-${responseCode}` : String(code);
  return /^[\w-]{1,60}$/.test(said) ? said : "UNKNOWN";
}
