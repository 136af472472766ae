import type { Submission } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionState, FormAction } from "#lib/access/action-state";
import type { Actor } from "#lib/access/actor";
import { can } from "#lib/access/can";
import type { Permission } from "#lib/access/permissions";
import { AppError, isAppError } from "#lib/platform/errors";
import { isUnavailable } from "#lib/platform/unavailable";
import type { z } from "#lib/platform/validation";
import { findActor } from "./session.ts";

/** A server action of the desk: session, permission, then the parsed input to a use case. What was typed is never lost. */
export function memberAction<Schema extends z.ZodType, Outcome>(
  permission: Permission,
  schema: Schema,
  run: (actor: Actor, input: z.output<Schema>) => Promise<Outcome>,
): FormAction<Outcome> {
  return (_, formData) =>
    answer(schema, formData, async (input) => {
      const actor = await findActor();
      if (!actor) throw new AppError("UNAUTHENTICATED");
      if (!can(actor, permission)) throw new AppError("FORBIDDEN");
      return async () => run(actor, await input());
    });
}

/** A server action that anybody may use. */
export function publicAction<Schema extends z.ZodType, Outcome>(
  schema: Schema,
  run: (input: z.output<Schema>) => Promise<Outcome>,
): FormAction<Outcome> {
  return (_, formData) => answer(schema, formData, async (input) => async () => run(await input()));
}

/** Thrown where an input is read that its schema refuses. */
const invalid = new Error("the input is not valid");

/**
 * `admit` decides before the input is looked at, so that a stranger learns nothing from its errors. A redirect that the
 * use case's page throws passes through.
 */
async function answer<Schema extends z.ZodType, Outcome>(
  schema: Schema,
  formData: FormData,
  admit: (input: () => Promise<z.output<Schema>>) => Promise<() => Promise<Outcome>>,
): Promise<ActionState<Outcome>> {
  const submission = parseWithZod(formData, { schema }) as Submission<z.output<Schema>, string[]>;
  const read = async () => {
    if (submission.status !== "success") throw invalid;
    return submission.value;
  };
  try {
    const run = await admit(read);
    const outcome = await run();
    return { result: isDone(outcome) ? null : submission.reply(keep), outcome, refused: null };
  } catch (error) {
    if (error === invalid) return { result: submission.reply(keep), outcome: null, refused: null };
    if (isAppError(error)) return refuse(submission, error);
    if (isUnavailable(error))
      return { result: submission.reply(keep), outcome: null, refused: "UNAVAILABLE" };
    throw error;
  }
}

/** What was typed comes back to its form, except secrets. */
const keep = { hideFields: ["password", "repeat", "current"] };

/** An outcome that says it was not done leaves the form as it was filled in. */
const isDone = (outcome: unknown): boolean =>
  !(typeof outcome === "object" && outcome !== null && "ok" in outcome && outcome.ok === false);

function refuse<Output>(submission: Submission<Output, string[]>, error: AppError): ActionState<never> {
  const fieldErrors = Object.fromEntries(error.fields.map(({ path, message }) => [path, [message]]));
  const result = submission.reply({ ...keep, fieldErrors });
  // What is wrong with the input is told to those who may send it.
  const isUnheard = error.code === "UNAUTHENTICATED" || error.code === "FORBIDDEN";
  return { result: isUnheard ? { ...result, error: {} } : result, outcome: null, refused: error.code };
}
