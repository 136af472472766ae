import { type QueueFilter, queueFilterSchema } from "#lib/claims/schema";

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The filter that an address names; null when it names one that cannot be. Empty controls count as absent. */
export async function readFilter(searchParams: SearchParams): Promise<QueueFilter | null> {
  const given = Object.entries(await searchParams).filter(([, value]) => value !== "");
  const parsed = queueFilterSchema.safeParse(Object.fromEntries(given));
  return parsed.success ? parsed.data : null;
}
