import type { PrismaClient } from "../db/generated/client.ts";

/** Keeps so many connections of a client in use until the returned function is called. */
export async function holdConnections(client: PrismaClient, count: number): Promise<() => Promise<void>> {
  const released = Promise.withResolvers<void>();
  const held = Array.from({ length: count }, () => {
    const begun = Promise.withResolvers<void>();
    const ended = client.$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT 1`;
        begun.resolve();
        await released.promise;
      },
      { timeout: 60_000 },
    );
    return { begun: begun.promise, ended };
  });
  await Promise.all(held.map(({ begun }) => begun));
  return async () => {
    released.resolve();
    await Promise.all(held.map(({ ended }) => ended));
  };
}
