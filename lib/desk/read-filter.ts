import { type QueueFilter, queueFilterSchema } from "#lib/claims/schema";

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The filter that an address names; null when it names one that cannot be. Empty controls count as absent. */
export async function readFilter(searchParams: SearchParams): Promise<QueueFilter | null> {
  const given = Object.entries(await searchParams).flatMap(([name, value]) => {
    const values = [value].flat().filter((one) => one !== "");
    return values.length > 0 ? [[name, values.length > 1 ? values : values[0]]] : [];
  });
  const parsed = queueFilterSchema.safeParse(Object.fromEntries(given));
  return parsed.success ? parsed.data : null;
}
