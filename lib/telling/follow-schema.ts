import { locales } from "#lib/i18n/locale";
import { proofSchema } from "#lib/intake/proof";
import { email, z } from "#lib/platform/validation";

const base64url = (bytes: number) =>
  z.string().refine((value) => /^[\w-]+=*$/.test(value) && Buffer.from(value, "base64url").length === bytes);

/** What a browser gives as JSON of its PushSubscription; its keys are a point of P-256 and a secret. */
export const subscriptionSchema = z.object({
  endpoint: z.url().max(1000),
  keys: z.object({ p256dh: base64url(65), auth: base64url(16) }),
});

/** The same as a form carries it: a text. */
export const pushSubscriptionSchema = z
  .string()
  .max(3000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "invalid" });
      return z.NEVER;
    }
  })
  .pipe(subscriptionSchema);

const locale = z.enum(locales);

/** By e-mail, or on the device that asks: one of the two. */
export const wayToTellSchema = z
  .object({
    locale,
    email: email.optional(),
    subscription: pushSubscriptionSchema.optional(),
    proof: proofSchema.optional(),
  })
  .refine((input) => input.email !== undefined || input.subscription !== undefined, {
    error: "required",
    path: ["email"],
  });
export type WayToTell = z.infer<typeof wayToTellSchema>;

export const followClaimSchema = wayToTellSchema.safeExtend({ claimId: z.uuid() });
export type FollowClaim = z.infer<typeof followClaimSchema>;

/** The signed id of a link in a letter. */
const token = z.string().min(1).max(100);

export const confirmFollowSchema = z.object({ token });
export const unsubscribeQuerySchema = z.object({ token });
