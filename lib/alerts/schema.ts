import { locales } from "#lib/i18n/locale";
import { cursorSchema } from "#lib/platform/cursor";
import { requiredText, z } from "#lib/platform/validation";
import { pushSubscriptionSchema } from "#lib/telling/follow-schema";
import { digests } from "./vocabulary.ts";

export const alertFilterSchema = z.object({
  show: z.enum(["all", "unread"]).default("all"),
  cursor: cursorSchema.optional(),
});
export type AlertFilter = z.infer<typeof alertFilterSchema>;

export const readAlertSchema = z.object({ alertId: z.uuid() });
export type ReadAlert = z.infer<typeof readAlertSchema>;

/** Up to the newest one that the person saw: what came since stays unread. */
export const readAlertsSchema = z.object({ upTo: z.uuid() });
export type ReadAlerts = z.infer<typeof readAlertsSchema>;

export const alertSettingsSchema = z.object({
  digest: z.enum(digests),
  hour: z.coerce.number().int().min(0).max(23),
  locale: z.enum(locales),
});
export type AlertSettings = z.infer<typeof alertSettingsSchema>;

export const addBrowserSchema = z.object({
  subscription: pushSubscriptionSchema,
  name: requiredText(60),
  locale: z.enum(locales),
});
export type AddBrowser = z.infer<typeof addBrowserSchema>;

export const namedBrowserSchema = z.object({ browserId: z.uuid() });
export type NamedBrowser = z.infer<typeof namedBrowserSchema>;
