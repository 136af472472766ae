import { createHash } from "node:crypto";
import { type Challenge, createChallenge, verifySolution } from "altcha-lib";
import { deriveKey as derive } from "altcha-lib/algorithms/pbkdf2";
import { after, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { deriveKey } from "#lib/platform/secrets";
import { z } from "#lib/platform/validation";

/** The forms that a browser may work for; what it did for one is worth nothing for another. */
export const proofForms = ["report", "follow"] as const;
export type ProofForm = (typeof proofForms)[number];

/** How long a task may be worked on. */
export const PROOF_MINUTES = 20;
const VALID = minutes(PROOF_MINUTES);

/** About 256 tries of 2,000 rounds each: half a second on a computer, a few on an old phone, behind one's typing. */
const work = { algorithm: "PBKDF2/SHA-256", cost: 2_000, keyLength: 32, keyPrefix: "00" } as const;

const secret = () => deriveKey("proof of work").toString("hex");

/** A task for the browser that fills in a form, signed, and worth nothing after twenty minutes. */
export const makeChallenge = (form: ProofForm): Promise<Challenge> =>
  createChallenge({
    ...work,
    deriveKey: derive,
    data: { form },
    expiresAt: after(now(), VALID),
    hmacSignatureSecret: secret(),
  });

export const challengeSchema = z
  .object({
    parameters: z.object({
      algorithm: z.string(),
      nonce: z.string(),
      salt: z.string(),
      cost: z.number().int(),
      keyLength: z.number().int(),
      keyPrefix: z.string(),
      expiresAt: z.number().int(),
      data: z.object({ form: z.enum(proofForms) }),
    }),
    signature: z.string(),
  })
  .meta({ id: "Challenge", description: "A task of ALTCHA, version 2." });

export const challengeQuerySchema = z.object({ form: z.enum(proofForms) });

export const proofSchema = z.string().max(4_000, { error: "invalid" }).meta({
  description:
    "The solved challenge as base64 of `{challenge, solution}`; in busy times a report without one is looked at later.",
});

/** Fields that nobody signed are not read. */
const payloadSchema = z.object({
  challenge: z.object({
    parameters: z.strictObject(challengeSchema.shape.parameters.shape),
    signature: z.string().max(200),
  }),
  solution: z.object({ counter: z.number().int(), derivedKey: z.string().max(200) }),
});

export type ProofVerdict = "valid" | "missing" | "invalid" | "expired" | "spent";

/** Whether the work was done, for this form, in time, and for nothing else before; a valid proof is spent by the question. */
export async function checkProof(form: ProofForm, payload: string | undefined): Promise<ProofVerdict> {
  if (!payload) return "missing";
  const proof = readPayload(payload);
  if (!proof || proof.challenge.parameters.data.form !== form) return "invalid";
  const expiresAt = new Date(proof.challenge.parameters.expiresAt * 1000);
  if (expiresAt <= now()) return "expired";
  const { verified, expired } = await verifySolution({
    ...proof,
    deriveKey: derive,
    hmacSignatureSecret: secret(),
  });
  if (!verified) return expired ? "expired" : "invalid";
  // The challenge is spent and not the solution: a challenge has many.
  const hash = createHash("sha256").update(proof.challenge.signature).digest();
  const { count } = await db.spentProof.createMany({ data: { hash, expiresAt }, skipDuplicates: true });
  return count === 1 ? "valid" : "spent";
}

function readPayload(payload: string) {
  try {
    return payloadSchema.safeParse(JSON.parse(Buffer.from(payload, "base64").toString("utf8"))).data;
  } catch {
    return undefined;
  }
}

/** Forgets proofs that would not be accepted any more. */
export async function forgetSpentProofs(): Promise<void> {
  await db.spentProof.deleteMany({ where: { expiresAt: { lt: now() } } });
}
