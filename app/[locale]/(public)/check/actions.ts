"use server";

import { publicAction } from "#lib/access/action";
import { askingSchema, countAsking } from "#lib/claims/count-asking";
import { locales } from "#lib/intake/schema";
import { newId } from "#lib/platform/id";
import { requiredText, z } from "#lib/platform/validation";
import { knownMatches } from "../known-matches.ts";
import { limitVisitor } from "../visitor.ts";

const checkSchema = z.object({ text: requiredText(), locale: z.enum(locales).optional() });

export const checkAction = publicAction(checkSchema, async ({ text, locale = "zh-CN" }) => ({
  text,
  matches: await knownMatches({ text }, locale),
  reportKey: newId(),
}));

export const askAction = publicAction(askingSchema, async (asking) => {
  await limitVisitor("ask");
  return countAsking(asking);
});
