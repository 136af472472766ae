import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";

/** Lays the newest version of a notice ready for every member's endpoint. Running twice delivers once. */
export async function deliverPublication(debunkId: string): Promise<void> {
  const version = await db.debunkVersion.findFirst({
    where: { debunkId },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  if (!version) return;
  const endpoints = await db.endpoint.findMany({ where: { disabledAt: null }, select: { id: true } });
  await db.delivery.createMany({
    data: endpoints.map(({ id }) => ({
      id: newId(),
      endpointId: id,
      debunkVersionId: version.id,
      createdAt: now(),
    })),
    skipDuplicates: true,
  });
}
