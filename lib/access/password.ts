import { hash, verify } from "@node-rs/argon2";
import { once } from "#lib/platform/once";

/** Argon2id with the parameters of OWASP's password storage cheat sheet: 19 MiB, two passes, one lane. */
const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The shortest password that is accepted (OWASP ASVS 5.0, 6.2.1 recommends 15 without a second factor). */
export const PASSWORD_MIN = 15;
export const PASSWORD_MAX = 128;

/** The stored form of a password. */
export const hashPassword = (plain: string): Promise<string> => hash(plain, settings);

/** Whether the password fits. Without a hash it takes as long, so that the time does not tell who has an account. */
export async function isPasswordOf(passwordHash: string | null, plain: string): Promise<boolean> {
  const nobody = once("password of nobody", () => hashPassword("nobody has this password"));
  const fits = await verify(passwordHash ?? (await nobody), plain);
  return passwordHash !== null && fits;
}
