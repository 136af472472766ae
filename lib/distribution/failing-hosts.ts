import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { gather } from "#lib/platform/gather";

/** After so many failures in a row a receiver is asked by one delivery at a time, and later and later. */
export const PATIENT = 5;

/** A receiver failed once more: it is left alone a minute at first, then four times as long each time, at most a day. */
export const noteFailure = gather<string>("failures of receivers", (hosts) => {
  const moment = now();
  return db.$executeRaw`
    INSERT INTO failing_hosts (host, failures, since, probe_at)
    SELECT host, count(*), ${moment}::timestamptz, ${moment}::timestamptz FROM unnest(${[...hosts]}::text[]) host GROUP BY host
    ON CONFLICT (host) DO UPDATE SET failures = failing_hosts.failures + excluded.failures,
      probe_at = CASE WHEN failing_hosts.failures + excluded.failures >= ${PATIENT} THEN greatest(failing_hosts.probe_at,
        ${moment}::timestamptz
          + least(1440, 4 ^ least(6, failing_hosts.failures + excluded.failures - ${PATIENT})) * interval '1 minute')
        ELSE failing_hosts.probe_at END`;
});

/** A receiver works again. */
export const noteSuccess = async (host: string): Promise<void> =>
  void (await db.failingHost.deleteMany({ where: { host } }));
