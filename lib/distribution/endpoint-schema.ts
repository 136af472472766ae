import { locales } from "#lib/i18n/locale";
import { overlapNames } from "#lib/members/overlap";
import { email, requiredText, several, z } from "#lib/platform/validation";
import { urgencies } from "#lib/reference/urgency";
import { isReceiver } from "./receiver-url.ts";

const code = z.string().min(1).max(60);
/** Fields of a form that were left empty say nothing. */
const codes = (most: number) =>
  several(z.array(z.string().max(60)).max(most)).transform((each) => [...new Set(each.filter(Boolean))]);

/** What an endpoint wants of all that is published; nothing of a kind means everything. */
const wishes = {
  topics: codes(50),
  divisions: codes(50),
  urgencies: several(z.array(z.enum(urgencies))).transform((each) => [...new Set(each)]),
};

/** The address of a webhook: over TLS to the internet, or a receiver that the installation has named as its own. */
const receiver = requiredText(500).pipe(z.string().refine(isReceiver, { error: "notPublic" }));

export const addWebhookSchema = z.object({
  memberId: code,
  name: requiredText(60),
  url: receiver,
  ...wishes,
});
export type AddWebhook = z.infer<typeof addWebhookSchema>;

export const changeWebhookSchema = z.object({
  endpointId: z.uuid(),
  name: requiredText(60),
  url: receiver,
  ...wishes,
});
export type ChangeWebhook = z.infer<typeof changeWebhookSchema>;

export const rotateWebhookSchema = z.object({ endpointId: z.uuid(), overlap: z.enum(overlapNames) });
export type RotateWebhook = z.infer<typeof rotateWebhookSchema>;

/** The hour of the day, in Sichuan, at which what can wait is sent. */
const hour = z.coerce.number().int().min(0).max(23);
const digest = { name: requiredText(60), hour, locale: z.enum(locales), ...wishes };

export const addDigestSchema = z.object({ memberId: code, email, ...digest });
export type AddDigest = z.infer<typeof addDigestSchema>;

export const changeDigestSchema = z.object({ endpointId: z.uuid(), ...digest });
export type ChangeDigest = z.infer<typeof changeDigestSchema>;

/** The signed id of a link in a letter. */
export const digestTokenSchema = z.object({ token: z.string().min(1).max(100) });

export const endpointSchema = z.object({ endpointId: z.uuid() });
export type NamedEndpoint = z.infer<typeof endpointSchema>;

export const pauseEndpointSchema = endpointSchema.extend({ to: z.enum(["paused", "on"]) });
export type PauseEndpoint = z.infer<typeof pauseEndpointSchema>;
