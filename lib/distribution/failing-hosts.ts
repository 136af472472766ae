import { after, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";

/** After so many failures in a row a receiver is asked by one delivery at a time, and later and later. */
export const PATIENT = 5;

/** A receiver failed once more. */
export async function noteFailure(host: string, backoff: (attempts: number) => number): Promise<void> {
  const moment = now();
  const rows = await db.$queryRaw<{ failures: number }[]>`
    INSERT INTO failing_hosts (host, failures, since, probe_at) VALUES (${host}, 1, ${moment}, ${moment})
    ON CONFLICT (host) DO UPDATE SET failures = failing_hosts.failures + 1 RETURNING failures`;
  const failures = rows[0]?.failures ?? 0;
  if (failures < PATIENT) return;
  const probeAt = after(moment, backoff(failures - PATIENT + 1));
  await db.failingHost.updateMany({ where: { host, probeAt: { lt: probeAt } }, data: { probeAt } });
}

/** A receiver works again. */
export const noteSuccess = async (host: string): Promise<void> =>
  void (await db.failingHost.deleteMany({ where: { host } }));
