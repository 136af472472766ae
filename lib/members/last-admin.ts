import type { Tx } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";

/** Rolls back what would leave nobody to administer the network. Two such changes at once wait for each other. @throws AppError CONFLICT */
export async function keepsAnAdmin(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('last-admin'))`;
  const admins = await tx.membership.count({ where: { role: "admin", user: { removedAt: null } } });
  if (admins === 0) throw new AppError("CONFLICT", [{ path: "roles", message: "invalid" }]);
}
