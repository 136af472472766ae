import { filterIn, type QueueFilter, queueFilterSchema } from "#lib/claims/schema";

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** What an address says. Empty controls count as absent. */
export const givenIn = async (searchParams: SearchParams) => filterIn(Object.entries(await searchParams));

/** The filter that an address names; null when it names one that cannot be. */
export async function readFilter(searchParams: SearchParams): Promise<QueueFilter | null> {
  const parsed = queueFilterSchema.safeParse(await givenIn(searchParams));
  return parsed.success ? parsed.data : null;
}
