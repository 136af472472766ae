import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import type { ClaimView } from "#lib/claims/queries";
import type { CorrectionOutcome } from "#lib/editorial/open-correction";
import { noticeHref } from "#lib/i18n/addresses";
import type { FormAction } from "#lib/web/form";
import { CorrectionForm } from "./correction-form.tsx";
import { DraftHeading } from "./draft-heading.tsx";

type Props = {
  claim: ClaimView;
  /** The correction that is under way already. */
  openDraftId: string | null;
  action: FormAction<Extract<CorrectionOutcome, { ok: false }>>;
};

/** The start of a correction, where there is something to correct. */
export function CorrectionPage({ claim, openDraftId, action }: Props) {
  const t = useTranslations("editorial");
  const { debunk } = claim;
  return (
    <div className="mx-auto max-w-2xl space-y-6 elder:max-w-none">
      <DraftHeading claim={claim} title={t("correction.title")}>
        <p className="text-ink-soft">{t("correction.lead")}</p>
      </DraftHeading>
      {debunk ? (
        <p>
          {t("correction.published")}
          {t("draft.colon")}
          <Link href={noticeHref(debunk.slug)}>{debunk.title}</Link>
        </p>
      ) : null}
      {openDraftId ? (
        <Notice title={t("correction.openTitle")} live="off">
          <p>{t("correction.openText")}</p>
          <Link href={`/desk/drafts/${openDraftId}`}>{t("correction.openLink")}</Link>
        </Notice>
      ) : debunk && debunk.status !== "retracted" ? (
        <CorrectionForm action={action} claimId={claim.id} />
      ) : (
        <EmptyState
          title={t("correction.nothing")}
          action={<ButtonLink href={`/desk/claims/${claim.id}`}>{t("openClaim")}</ButtonLink>}
        >
          {t("correction.nothingText")}
        </EmptyState>
      )}
    </div>
  );
}
