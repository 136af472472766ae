import { parseWithZod } from "@conform-to/zod/v4";
import { refresh } from "next/cache";
import { memberAction } from "#lib/access/action";
import { type ActionState, idle } from "#lib/access/action-state";
import type { Actor } from "#lib/access/actor";
import type { Permission } from "#lib/access/permissions";
import { z } from "#lib/platform/validation";

/** A decision on a claim: the page shows what it led to, and a refused one keeps what was typed. */
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
  return async (_: ActionState, formData: FormData): Promise<ActionState<Outcome>> => {
    const state = await act(idle, formData);
    if (state.outcome?.ok !== false) return state;
    return { ...state, result: parseWithZod(formData, { schema: z.any() }).reply() };
  };
}
