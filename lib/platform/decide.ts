import { db, type Tx } from "./db.ts";

const LOST = "LOST_RACE";

/** Gives up a transaction because somebody was first: nothing of it is kept, and `decide` answers so. */
export function lose(): never {
  throw Object.assign(new Error("Somebody was first."), { code: LOST });
}

/** Ours, and that of a unique constraint: somebody wrote the same fact first. */
const lostCodes: readonly unknown[] = [LOST, "P2002"];
/** Of two transactions that waited for each other the database gave up this one; it can be run again. */
const DEADLOCK = "P2034";
const ATTEMPTS = 3;

/** The reasons of an outcome that say everything, with nothing to show besides. */
type BareReason<Outcome> = Outcome extends { ok: false; reason: infer Reason extends string }
  ? keyof Outcome extends "ok" | "reason"
    ? Reason
    : never
  : never;

/** Runs a transaction whose loss of a race is an expected outcome, for the given reason. */
export async function decide<Outcome extends { ok: boolean }>(
  run: (tx: Tx) => Promise<Outcome>,
  { lost }: { lost: BareReason<Outcome> },
): Promise<Outcome | { ok: false; reason: BareReason<Outcome> }> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(run);
    } catch (error) {
      const code = codeOf(error);
      if (lostCodes.includes(code)) return { ok: false, reason: lost };
      if (code !== DEADLOCK || attempt === ATTEMPTS) throw error;
    }
  }
}

/** A class is no sign of it: a process may load a module twice. */
const codeOf = (error: unknown): unknown =>
  typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
