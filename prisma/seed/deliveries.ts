import { after, minutes, now } from "#lib/platform/clock";
import type { Tx } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import type { Rows } from "./rows.ts";

/**
 * Every version for every endpoint, as the worker lays it ready; five members of six have fetched it, most of them within
 * the hour. Members' systems fetch by themselves, so that no person's event belongs to it.
 */
export async function deliveryRows(tx: Tx, rows: Rows): Promise<Rows["deliveries"]> {
  const endpoints = await tx.endpoint.findMany({
    where: { disabledAt: null },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return rows.debunkVersions.flatMap(({ id: debunkVersionId, publishedAt }, version) =>
    endpoints.map(({ id: endpointId }, index) => {
      const createdAt = after(new Date(publishedAt), 2_000);
      const turn = (index * 37 + version * 11) % 96;
      const fetchedAt = after(createdAt, minutes(turn));
      const receivedAt = turn < 80 && fetchedAt < now() ? fetchedAt : null;
      return { id: newId(), endpointId, debunkVersionId, createdAt, receivedAt };
    }),
  );
}
