import type { Match } from "#lib/answers/match-schema";
import type { FormAction } from "#lib/web/form";

/** What was asked and what is known about it, null when it cannot be looked up; the key is the new report's, should it become one. */
export type CheckOutcome = { text: string; matches: Match[] | null; reportKey: string };
export type CheckAction = FormAction<CheckOutcome>;
