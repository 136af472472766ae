import { refresh } from "next/cache";
import { type ActionState, idle } from "#lib/access/action-state";
import type { Actor } from "#lib/access/actor";
import type { Permission } from "#lib/access/permissions";
import type { z } from "#lib/platform/validation";
import { memberAction } from "./action.ts";

/** A decision on a claim; whatever came of it, the page then shows the claim as it is. */
export function deskAction<Schema extends z.ZodType, Outcome extends { ok: boolean }>(
  permission: Permission,
  schema: Schema,
  run: (actor: Actor, input: z.output<Schema>) => Promise<Outcome>,
) {
  const act = memberAction(permission, schema, async (actor, input) => {
    const outcome = await run(actor, input);
    refresh();
    return outcome;
  });
  return async (_: ActionState, formData: FormData): Promise<ActionState<Outcome>> => act(idle, formData);
}
