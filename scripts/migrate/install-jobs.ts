import { eventQueues } from "#lib/audit/queues";
import { installQueues } from "#lib/platform/jobs";
import { tellingQueues } from "#lib/telling/queue";

/** Creates or updates every queue of the house; runs with the migrations. */
export const installJobs = (databaseUrl: string): Promise<void> =>
  installQueues(databaseUrl, { ...eventQueues, ...tellingQueues });
