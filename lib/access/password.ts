import { hash, verify } from "@node-rs/argon2";
import pLimit from "p-limit";
import { AppError } from "#lib/platform/errors";
import { once } from "#lib/platform/once";

/** Argon2id with the parameters of OWASP's password storage cheat sheet: 19 MiB, two passes, one lane. */
const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The shortest password that is accepted (OWASP ASVS 5.0, 6.2.1 recommends 15 without a second factor). */
export const PASSWORD_MIN = 15;
export const PASSWORD_MAX = 128;

/** As many may wait for a password to be hashed: some seconds of work. */
const MOST_WAITING = 100;
const turns = once("turns of hashing", () => pLimit(1));

/**
 * The one door to what is slow on purpose: one password of this process at a time, so that no number of guests can take
 * more than one core. @throws AppError RATE_LIMITED when too many wait already
 */
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (turns.pendingCount >= MOST_WAITING) throw new AppError("RATE_LIMITED", [], { "Retry-After": "5" });
  return turns(work);
}

/** The stored form of a password. @throws AppError RATE_LIMITED */
export const hashPassword = async (plain: string): Promise<string> => inTurn(() => hash(plain, settings));

/** Well-formed, and the hash of no password that anybody knows. */
export const noPassword =
  "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/**
 * Whether the password fits. Without a hash it takes as long, so that the time does not tell who has an account.
 * @throws AppError RATE_LIMITED
 */
export async function isPasswordOf(passwordHash: string | null, plain: string): Promise<boolean> {
  const fits = await inTurn(() => verify(passwordHash ?? noPassword, plain));
  return passwordHash !== null && fits;
}
