import { useMessages } from "next-intl";
import { type FollowAction, FollowForm } from "#components/distribution/follow-form";
import type { TrackedReport } from "#lib/answers/track-report";

type Props = { report: TrackedReport; action: FollowAction; hasMail: boolean; pushKey: string };

/** Whoever left no address, or one that does not exist, can still ask to be told; not where nothing more can come of it. */
export function FollowTracked({ report, ...form }: Props) {
  const { leftEmail, addressRefused, claimId, state, debunk } = report;
  const { talk, guard } = useMessages();
  const isOver = state === "retracted" || (debunk === null && endings.some((ending) => ending === state));
  if ((leftEmail && !addressRefused) || claimId === null || isOver) return null;
  return (
    <details className="border-line border-t pt-4" data-print="hide" open={addressRefused}>
      <summary className="font-semibold">{talk.follow.tracked}</summary>
      <div className="mt-3 space-y-3">
        {addressRefused ? <p>{talk.follow.addressRefused}</p> : null}
        <FollowForm {...form} hidden={{}} words={talk.follow} proofWords={guard.proof} />
      </div>
    </details>
  );
}

const endings = ["opinion", "not-checkable", "too-vague", "other-channel"] as const;
