import { at, withoutReactions } from "#lib/platform/at";

/** One step of a history: what somebody does, and when. */
export type Step = { at: Date; take: () => Promise<unknown> };

/** Takes the steps of histories in the order of time, each at its moment, so that they are on record as they happened. */
export async function tell(steps: readonly Step[]): Promise<void> {
  for (const step of steps.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    await withoutReactions(() => at(step.at, step.take));
  }
}

type Refusal = { ok: false; reason: string };

/** What a use case did; a history in which it refuses cannot be told. */
export async function done<Outcome extends { ok: boolean }>(
  outcome: Promise<Outcome>,
): Promise<Exclude<Outcome, { ok: false }>> {
  const result = await outcome;
  if (!result.ok)
    throw new Error(`a step of the history was refused: ${JSON.stringify(result as unknown as Refusal)}`);
  return result as Exclude<Outcome, { ok: false }>;
}
