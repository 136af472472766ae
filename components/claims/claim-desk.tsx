import { LiveRefresh } from "#components/desk/live-refresh.ts";
import { cn } from "#components/ui/cn.ts";
import type { ClaimData } from "#lib/desk/load-claim-page";
import type { ClaimActions } from "./claim-actions.ts";
import { ClaimDecision } from "./claim-decision.tsx";
import { ClaimHead } from "./claim-head.tsx";
import { ClaimRecord } from "./claim-record.tsx";
import { QueueColumn } from "./queue-column.tsx";

type Props = { data: ClaimData; actions: ClaimActions; since: number | null };

/** The queue on the left, the claim in the middle, the decision on the right; one column on a phone. */
export function ClaimDesk({ data, actions, since }: Props) {
  const { claim, queue, filter } = data;
  return (
    <div
      className={cn(
        "gap-x-8 lg:grid lg:grid-cols-[minmax(0,58rem)_23rem] lg:justify-center elder:lg:block",
        queue && "xl:grid-cols-[16rem_minmax(0,58rem)_24rem] 2xl:grid-cols-[20rem_minmax(0,58rem)_26rem]",
      )}
    >
      {queue && filter ? <QueueColumn rows={queue} filter={filter} claimId={claim.id} /> : null}
      <article className="min-w-0">
        <ClaimHead data={data} />
        <ClaimRecord data={data} actions={actions} />
      </article>
      <ClaimDecision data={data} actions={actions} />
      <LiveRefresh
        key={claim.id}
        since={since}
        claim={claim.id}
        claims={[claim.id, ...(queue ?? []).map(({ id }) => id)]}
      />
    </div>
  );
}
