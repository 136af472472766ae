import { filterIn, type QueueFilter, queueFilterSchema } from "#lib/claims/schema";

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The filter that an address names; null when it names one that cannot be. */
export async function readFilter(searchParams: SearchParams): Promise<QueueFilter | null> {
  const parsed = queueFilterSchema.safeParse(filterIn(Object.entries(await searchParams)));
  return parsed.success ? parsed.data : null;
}
