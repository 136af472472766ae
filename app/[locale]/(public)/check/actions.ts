"use server";

import { askingSchema, countAsking } from "#lib/claims/reports/count-asking";
import { defaultLocale, locales } from "#lib/i18n/locale";
import { newIdempotencyKey } from "#lib/intake/idempotency-key";
import { requiredText, z } from "#lib/platform/validation";
import { knownMatches } from "#lib/web/known-matches";
import { limitNetwork } from "#lib/web/limit-network";
import { publicAction } from "#lib/web/next/action";
import { visitor } from "#lib/web/next/visitor";
import { noReceipt } from "#lib/wording/receipt-guard";

const checkSchema = z.object({
  text: requiredText().refine(...noReceipt),
  locale: z.enum(locales).optional(),
});

export const checkAction = publicAction(checkSchema, async ({ text, locale = defaultLocale }) => ({
  text,
  matches: await knownMatches(await visitor(), { text }, locale),
  reportKey: newIdempotencyKey(),
}));

export const askAction = publicAction(askingSchema, async (asking) => {
  await limitNetwork(await visitor(), "ask");
  return countAsking(asking);
});
