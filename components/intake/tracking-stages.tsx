import { Check, CircleDot } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "#components/ui/cn.ts";
import type { ClaimStatus } from "#lib/claims/status";

const stages = ["received", "accepted", "verifying", "writing", "answered"] as const;

/** How far a claim has come, for a claim that is on its way to a notice or has arrived there. */
export const stageOf = (state: ClaimStatus): number => {
  if (state === "received") return 0;
  if (state === "triaged" || state === "assigned") return 1;
  if (state === "verifying") return 2;
  return state === "drafting" || state.startsWith("review-") ? 3 : 4;
};

/** Done, now and next, like a parcel's. */
export function TrackingStages({ state }: { state: ClaimStatus }) {
  const t = useTranslations("report.track");
  const now = stageOf(state);
  const arrived = now === stages.length - 1;
  return (
    <ol className="grid gap-y-1 sm:grid-cols-5 elder:grid-cols-1">
      {stages.map((stage, at) => {
        const done = at < now || arrived;
        const current = at === now && !arrived;
        return (
          <li
            key={stage}
            aria-current={current ? "step" : undefined}
            className={cn(
              "flex gap-2 border-s-4 py-1 ps-3 sm:border-s-0 sm:border-t-4 sm:py-2 sm:ps-0 sm:pe-3",
              done && "border-malachite",
              current && "border-azurite font-semibold",
              !done && !current && "border-line text-ink-soft",
            )}
          >
            {done ? <Check aria-hidden className="mt-[0.3em] size-[1.1em] shrink-0 text-malachite" /> : null}
            {current ? (
              <CircleDot aria-hidden className="mt-[0.3em] size-[1.1em] shrink-0 text-azurite" />
            ) : null}
            <span>
              {t(`stage.${stage}`)}
              <span className="sr-only">{done ? t("done") : current ? t("now") : t("next")}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
