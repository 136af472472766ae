import { db, type Tx } from "./db.ts";

const LOST = "LOST_RACE";

/** Gives up a transaction because somebody was first: nothing of it is kept, and `decide` answers so. */
export function lose(): never {
  throw Object.assign(new Error("Somebody was first."), { code: LOST });
}

/** Ours, and that of a unique constraint: somebody wrote the same fact first. */
const lostCodes: readonly unknown[] = [LOST, "P2002"];
const ATTEMPTS = 3;

/** The reasons of an outcome that say everything, with nothing to show besides. */
type BareReason<Outcome> = Outcome extends { ok: false; reason: infer Reason extends string }
  ? keyof Outcome extends "ok" | "reason"
    ? Reason
    : never
  : never;

/** Runs a transaction whose loss of a race is an expected outcome, for the given reason. */
export async function decide<Outcome extends { ok: boolean }>(
  { lost }: { lost: BareReason<Outcome> },
  run: (tx: Tx) => Promise<Outcome>,
): Promise<Outcome | { ok: false; reason: BareReason<Outcome> }> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(run);
    } catch (error) {
      const raised: Raised = typeof error === "object" && error !== null ? error : {};
      if (lostCodes.includes(raised.code)) return { ok: false, reason: lost };
      if (!isDeadlock(raised) || attempt === ATTEMPTS) throw error;
    }
  }
}

/** What is asked of an error; its class is no sign of it, because a process may load a module twice. */
type Raised = { code?: unknown; meta?: { driverAdapterError?: { cause?: { kind?: unknown } } } };

/** Of two transactions that waited for each other the database gave up this one, also in SQL by hand: it can run again. */
const isDeadlock = ({ code, meta }: Raised): boolean =>
  code === "P2034" || meta?.driverAdapterError?.cause?.kind === "TransactionWriteConflict";
