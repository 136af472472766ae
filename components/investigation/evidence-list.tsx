import { useTranslations } from "next-intl";
import { useLocalName } from "#components/claims/local-name.ts";
import { ReasonForm } from "#components/desk/decision-forms";
import { KeepTyped } from "#components/form/keep-typed";
import { Badge } from "#components/ui/badge";
import { cn } from "#components/ui/cn.ts";
import { DateTime } from "#components/ui/date-time";
import { Link } from "#components/ui/link";
import type { EvidenceRow } from "#lib/desk/load-claim-page";
import { evidenceHref } from "#lib/i18n/addresses";
import type { EvidenceView } from "#lib/investigation/queries";
import type { FormAction } from "#lib/web/form";

type Props = { evidence: readonly EvidenceRow[]; withdrawAction: FormAction };

/** What was found, withdrawn pieces too: they stay on record with the reason. */
export function EvidenceList({ evidence, withdrawAction }: Props) {
  const t = useTranslations("desk.evidence");
  return (
    <ol className="divide-y divide-line">
      {evidence.map((piece) => (
        <li key={piece.id} id={`evidence-${piece.id}`} className="space-y-1 py-3">
          <EvidencePiece piece={piece} />
          {piece._count.files > 0 || piece.mayAttach ? (
            <p className="text-sm">
              <Link href={evidenceHref(piece.id)}>
                {piece._count.files > 0 ? t("filesOf", { count: piece._count.files }) : t("addFile")}{" "}
                <span className="sr-only">{piece.title}</span>
              </Link>
            </p>
          ) : null}
          <KeepTyped>
            {piece.isWithdrawable ? (
              <ReasonForm
                action={withdrawAction}
                hidden={{ evidenceId: piece.id }}
                title={
                  <>
                    {t("withdraw")} <span className="sr-only">{piece.title}</span>
                  </>
                }
                isQuiet
                label={t("withdrawLabel")}
                submit={t("withdrawSubmit")}
              />
            ) : null}
          </KeepTyped>
        </li>
      ))}
    </ol>
  );
}

/** What a piece of evidence says, and where it stands. */
export function EvidencePiece({ piece }: { piece: EvidenceView }) {
  const t = useTranslations("desk.evidence");
  const labels = useTranslations("labels.evidenceType");
  const nameOf = useLocalName();
  const isWithdrawn = piece.withdrawnAt !== null;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge>{labels(piece.type)}</Badge>
        {piece.isPrimary ? <Badge tone="azurite">{t("primary")}</Badge> : null}
        {isWithdrawn ? <Badge tone="outline">{t("withdrawn")}</Badge> : null}
        <span className={cn("font-medium", isWithdrawn && "line-through")}>{piece.title}</span>
      </p>
      <p className="whitespace-pre-wrap">{piece.shows}</p>
      <p className="flex flex-wrap gap-x-3 text-ink-soft text-sm">
        <span>{piece.publisher}</span>
        {piece.publishedOn ? <DateTime time={piece.publishedOn} dateOnly /> : null}
        {piece.url ? (
          <a href={piece.url} rel="noreferrer" target="_blank">
            {t("original")}
          </a>
        ) : null}
        {piece.archivedUrl ? (
          <a href={piece.archivedUrl} rel="noreferrer" target="_blank">
            {t("archived")}
          </a>
        ) : null}
        <span>{t("addedBy", { member: nameOf(piece.member) })}</span>
      </p>
      {piece.withdrawReason ? (
        <p className="text-sm">
          <span className="text-ink-soft">{t("withdrawReason")}</span> {piece.withdrawReason}
        </p>
      ) : null}
    </>
  );
}
