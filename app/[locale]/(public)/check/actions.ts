"use server";

import { publicAction } from "#lib/access/action";
import { newId } from "#lib/platform/id";
import { requiredText, z } from "#lib/platform/validation";
import { findMatches } from "#lib/publishing/find-matches";

const checkSchema = z.object({ text: requiredText() });

export const checkAction = publicAction(checkSchema, async ({ text }) => ({
  text,
  matches: await findMatches(text),
  reportKey: newId(),
}));
