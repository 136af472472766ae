import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useLocalName } from "#components/claims/local-name.ts";
import { PressForm } from "#components/desk/decision-forms";
import { VerdictBadge } from "#components/publishing/verdict-badge";
import { Badge } from "#components/ui/badge";
import { CopyButton } from "#components/ui/copy-button";
import { DateTime } from "#components/ui/date-time";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import type { DeliveryRow } from "#lib/distribution/queries";
import type { ReceiveOutcome } from "#lib/distribution/receive-delivery";
import { addressOn, noticeHref } from "#lib/i18n/addresses";
import type { FormAction } from "#lib/web/form";

type Props = {
  row: DeliveryRow & { mayReceive: boolean };
  siteUrl: string;
  /** Named where the reader works for several members. */
  showsMember: boolean;
  action: FormAction<ReceiveOutcome>;
  /** Where the member has republished it; under the newest version alone. */
  republished: ReactNode;
};

/** One publication for one member: what it says, the words to copy, and whether it has been taken over. */
export function DeliveryCard({ row, siteUrl, showsMember, action, republished }: Props) {
  const t = useTranslations("editorial.deliveries");
  const labels = useTranslations("labels");
  const nameOf = useLocalName();
  const { version, receivedAt, endpoint, mayReceive } = row;
  const { content, correctionKind, correctionNote, debunk } = version;
  const { title, summary, verdict } = content;
  const href = noticeHref(debunk.slug);
  const text = t("copyText", {
    verdict: labels(`verdict.${verdict}`),
    title,
    summary,
    url: addressOn(siteUrl, href),
  });
  return (
    <article className="space-y-3 rounded border border-line bg-surface p-4 sm:p-5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft text-sm">
        <VerdictBadge verdict={verdict} size="sm" />
        {correctionKind ? <Badge tone="ochre">{labels(`correctionKind.${correctionKind}`)}</Badge> : null}
        <DateTime time={version.publishedAt} />
        {showsMember ? <span>{nameOf(endpoint.member)}</span> : null}
      </p>
      <h2 className="font-serif text-lg leading-snug">
        <Link href={href} data-row className="text-ink no-underline hover:text-azurite hover:underline">
          {title}
        </Link>
      </h2>
      {correctionKind ? (
        <Notice
          tone="warning"
          live="off"
          title={t(correctionKind === "retraction" ? "retracted" : "corrected")}
        >
          {correctionNote}
        </Notice>
      ) : null}
      <p className="measure whitespace-pre-line rounded-sm bg-sunken px-3 py-2 text-sm">{text}</p>
      <div className="flex flex-wrap items-center gap-3">
        <CopyButton text={text} label={t("copy")} />
        {receivedAt ? (
          <p className="text-malachite text-sm">
            {t("receivedAt")}
            <DateTime time={receivedAt} />
          </p>
        ) : mayReceive ? (
          <PressForm
            action={action}
            hidden={{ deliveryId: row.id }}
            submit={
              <>
                {t("receive")} <span className="sr-only">{title}</span>
              </>
            }
          />
        ) : (
          <p className="text-ink-soft text-sm">{t("notReceived")}</p>
        )}
      </div>
      {republished}
    </article>
  );
}
