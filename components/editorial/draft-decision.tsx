import { useTranslations } from "next-intl";
import { KeepTyped } from "#components/form/keep-typed";
import { ButtonLink } from "#components/ui/button";
import { Kbd } from "#components/ui/kbd";
import { Notice } from "#components/ui/notice";
import type { DraftToRead } from "#lib/desk/load-draft-page";
import type { ReviewOutcome } from "#lib/editorial/review-draft";
import { isReviewStage } from "#lib/editorial/status";
import { draftHref, noticeHref } from "#lib/i18n/addresses";
import type { PublishOutcome } from "#lib/publishing/publish-debunk";
import type { FormAction } from "#lib/web/form";
import { PublishForm } from "./publish-form.tsx";
import { ReviewForm } from "./review-form.tsx";

export type DecisionActions = {
  reviewDraftAction: FormAction<ReviewOutcome>;
  publishDebunkAction: FormAction<PublishOutcome>;
};

/** What a reader of a text can do with it now, or for whom it waits. */
export function DraftDecision({ page, actions }: { page: DraftToRead; actions: DecisionActions }) {
  const t = useTranslations("editorial");
  const { draft, may, tookPart, nextId } = page;
  const { status, latestVersion } = draft;
  const isPublished = status === "published";
  const sent = { draftId: draft.id, version: latestVersion };
  const isReviewer = isReviewStage(status) && may.review;
  return (
    <div className={isPublished ? "space-y-5" : "space-y-5 rounded border border-line bg-surface p-4"}>
      {isPublished ? <Published page={page} /> : null}
      <KeepTyped>
        {isReviewStage(status) && may.review && !tookPart ? (
          <ReviewForm
            key={status}
            action={actions.reviewDraftAction}
            kind={draft.kind}
            stage={status}
            {...sent}
          />
        ) : null}
      </KeepTyped>
      {isReviewer && tookPart ? (
        <Notice tone="warning" title={t("review.notYou.title")} live="off">
          {t("review.notYou.text")}
        </Notice>
      ) : null}
      <KeepTyped>
        {status === "approved" && may.publish ? (
          <PublishForm
            action={actions.publishDebunkAction}
            gate={draft.gate}
            details={draft.details.open}
            isCorrection={draft.kind !== "initial"}
            {...sent}
          />
        ) : null}
      </KeepTyped>
      {isPublished || isReviewer || (status === "approved" && may.publish) ? null : (
        <p>{t(`review.wait.${status}`)}</p>
      )}
      {may.write && !isPublished ? (
        <div className="border-line border-t pt-4">
          <ButtonLink href={`/desk/drafts/${draft.id}?edit=1`} variant="secondary" size="sm">
            {t("draft.editAgain")}
          </ButtonLink>
          <p className="mt-1 text-ink-soft text-sm">{t("draft.editAgainHint")}</p>
        </div>
      ) : null}
      <NextText id={nextId} />
    </div>
  );
}

function Published({ page: { claim, draft, may } }: { page: DraftToRead }) {
  const t = useTranslations("editorial.publish");
  return (
    <div className="space-y-4">
      <Notice tone="success">{t("published")}</Notice>
      <div className="flex flex-wrap gap-3">
        {claim.debunk ? <ButtonLink href={noticeHref(claim.debunk.slug)}>{t("view")}</ButtonLink> : null}
        {may.correct ? (
          <ButtonLink href={`/desk/claims/${draft.claimId}/correction`} variant="secondary">
            {t("correct")}
          </ButtonLink>
        ) : null}
      </div>
    </div>
  );
}

/** Goes on to the next text that waits for the same person. */
function NextText({ id }: { id: string | null }) {
  const t = useTranslations("editorial.review");
  if (!id) return null;
  return (
    <ButtonLink href={draftHref(id)} variant="quiet" size="sm" data-key="n" aria-keyshortcuts="n">
      {t("next")}
      <span aria-hidden>
        <Kbd>n</Kbd>
      </span>
    </ButtonLink>
  );
}
