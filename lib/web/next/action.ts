import { refresh } from "next/cache";
import type { Actor } from "#lib/access/actor";
import { can } from "#lib/access/can";
import type { Permission } from "#lib/access/permissions";
import { findWhoWasFirst } from "#lib/desk/find-who-was-first";
import { AppError, isAppError } from "#lib/platform/errors";
import { laterOf } from "#lib/platform/later";
import { log } from "#lib/platform/log";
import type { z } from "#lib/platform/validation";
import {
  changeRows,
  errorsOf,
  type FormAction,
  type FormState,
  idle,
  ROWS,
  readForm,
  typedIn,
} from "../form.ts";
import { refuseForNow } from "../form-status.ts";
import { sayFirst } from "./say-first.ts";
import { findActor } from "./session.ts";

/** A server action of the desk: session, permission, then the parsed input to a use case. What was typed is never lost. */
export function memberAction<Schema extends z.ZodType, Given>(
  permission: Permission,
  schema: Schema,
  run: (actor: Actor, input: z.output<Schema>) => Promise<Given>,
): FormAction<Given> {
  return (_, formData) =>
    answer(schema, formData, async () => {
      const actor = await findActor();
      if (!actor) throw new AppError("UNAUTHENTICATED");
      if (!can(actor, permission)) throw new AppError("FORBIDDEN");
      return (input) => run(actor, input);
    });
}

/** A decision of a member; whatever came of it, the page then shows how things stand. Who came too late hears who was first. */
export const deskAction = <Schema extends z.ZodType, Given>(
  permission: Permission,
  schema: Schema,
  run: (actor: Actor, input: z.output<Schema>) => Promise<Given>,
): FormAction<Given> =>
  memberAction(permission, schema, async (actor, input) => {
    const outcome = await run(actor, input);
    refresh();
    const found = isTooLate(outcome) ? await findWhoWasFirst(actor, aboutOf(input, outcome)) : null;
    return found ? { ...outcome, first: await sayFirst(found) } : outcome;
  });

/** Why a decision about a claim came too late. */
const tooLate: readonly unknown[] = [
  "CLAIM_CHANGED",
  "MOVE_REFUSED",
  "WORK_BEGUN",
  "ASSIGNMENT_CHANGED",
  "DRAFT_CHANGED",
  "CORRECTION_OPEN",
];

/** What the decision was about; a text that somebody else began is named by the answer alone. */
const aboutOf = (input: unknown, outcome: unknown) => ({
  ...Object(input),
  ...("draftId" in Object(outcome) && { draftId: Reflect.get(Object(outcome), "draftId") }),
});

const isTooLate = (outcome: unknown): boolean =>
  !isDone(outcome) && tooLate.includes(Reflect.get(Object(outcome), "reason"));

/** A server action that anybody may use. */
export function publicAction<Schema extends z.ZodType, Given>(
  schema: Schema,
  run: (input: z.output<Schema>) => Promise<Given>,
): FormAction<Given> {
  return (_, formData) => answer(schema, formData, async () => run);
}

/** A server action that anybody may use, and that is told nothing. */
export const openAction =
  (run: () => Promise<void>): (() => Promise<void>) =>
  () =>
    run();

/**
 * `admit` decides before the input is looked at, so that a stranger learns nothing from its errors. A redirect that the
 * use case's page throws passes through.
 */
async function answer<Schema extends z.ZodType, Given>(
  schema: Schema,
  formData: FormData,
  admit: () => Promise<(input: z.output<Schema>) => Promise<Given>>,
): Promise<FormState<Given>> {
  const typed = typedIn(formData);
  try {
    const run = await admit();
    const rows = formData.get(ROWS);
    if (typeof rows === "string") return { ...idle, typed: changeRows(typed, rows) };
    const read = readForm(schema, formData);
    if (!read.ok) return { ...idle, typed, errors: read.errors };
    const outcome = await run(read.input);
    return { ...idle, typed: isDone(outcome) ? null : typed, outcome };
  } catch (error) {
    if (isAppError(error)) {
      refuseForNow(error.code, error.headers);
      return { ...idle, typed, errors: told(error, typed), refused: error.code };
    }
    const later = laterOf(error);
    if (!later) throw error;
    log.warn({ err: error, later }, "a form cannot be taken up now");
    refuseForNow(later);
    return { ...idle, typed, refused: later };
  }
}

/** An outcome that says it was not done leaves the form as it was filled in. */
const isDone = (outcome: unknown): boolean =>
  !(typeof outcome === "object" && outcome !== null && "ok" in outcome && outcome.ok === false);

const told = ({ fields }: AppError, typed: NonNullable<FormState["typed"]>) =>
  errorsOf(
    fields.map(({ path, message }) => ({ path: path.split("."), message })),
    Object.keys(typed),
  );
