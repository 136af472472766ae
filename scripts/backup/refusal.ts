import { laterOf } from "#lib/platform/later";

/** Why a backup or a restore ends, in one line for whoever runs it. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

export const FULL = "The disk is full: nothing was kept of it. Make room and try again.";
/** How the system says so in a message of PostgreSQL. */
export const NO_SPACE = "No space left on device";

/** One line that says what went wrong; a full disk is called so, whoever met its end. */
export function lineOf(error: unknown): string {
  if (laterOf(error) === "FULL") return FULL;
  const words = error instanceof Error ? error.message : String(error);
  const [line = ""] = words.split("\n");
  return isOfPostgres(error) ? `PostgreSQL says: ${line}` : line;
}

/** Only its errors have a severity. */
const isOfPostgres = (error: unknown): boolean => error instanceof Error && "severity" in error;
