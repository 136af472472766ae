import { CircleCheck, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useLocalName } from "#components/claims/local-name.ts";
import { DateTime } from "#components/ui/date-time";
import { Part } from "#components/ui/part";
import type { DraftNames } from "#lib/desk/load-draft-page";
import type { DraftView } from "#lib/editorial/queries";

/** How a text has fared: every saved version and every review of it, in the order of time. */
export function PastReviews({
  draft,
  names,
}: {
  draft: Pick<DraftView, "versions" | "reviews">;
  names: DraftNames;
}) {
  const t = useTranslations("editorial.review");
  const stages = useTranslations("labels.reviewStage");
  const decisions = useTranslations("labels.reviewDecision");
  const localName = useLocalName();
  const memberOf = (id: string) => {
    const member = names.members.get(id);
    return member ? localName(member) : id;
  };
  return (
    <Part title={t("history")} look="text-lg">
      {draft.reviews.length === 0 ? <p className="text-ink-soft">{t("noHistory")}</p> : null}
      <ol className="mt-2 space-y-3">
        {draft.reviews.map((review) => {
          const Icon = review.decision === "approved" ? CircleCheck : Undo2;
          return (
            <li key={`${review.stage} ${review.version.number}`} className="text-sm leading-relaxed">
              <p className="flex flex-wrap items-center gap-x-2">
                <Icon aria-hidden className="size-[1.1em] shrink-0" />
                <span className="font-medium">
                  {stages(review.stage)} · {decisions(review.decision)}
                </span>
                <span className="text-ink-soft">{t("onVersion", { version: review.version.number })}</span>
              </p>
              <p className="text-ink-soft">
                {names.people.get(review.reviewerId)} · {memberOf(review.memberId)} ·{" "}
                <DateTime time={review.reviewedAt} />
              </p>
              {review.comment ? <p className="mt-0.5 whitespace-pre-line">{review.comment}</p> : null}
            </li>
          );
        })}
      </ol>
      <h3 className="mt-4 text-base">{t("versions")}</h3>
      <ol className="mt-1 space-y-1 text-ink-soft text-sm">
        {draft.versions.map(({ number, writerId, writtenAt }) => (
          <li key={number}>
            {t("onVersion", { version: number })} · {names.people.get(writerId)} ·{" "}
            <DateTime time={writtenAt} />
          </li>
        ))}
      </ol>
    </Part>
  );
}
