import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useLocalName } from "#components/claims/local-name.ts";
import { DateTime } from "#components/ui/date-time";
import { DefinitionList } from "#components/ui/definition-list";
import { Notice } from "#components/ui/notice";
import { Page } from "#components/ui/page";
import type { SentRow } from "#lib/distribution/list-attempts";
import type { LoadedEndpoint } from "#lib/distribution/load-endpoint";
import { SentList } from "./sent-list.tsx";

type Props = {
  endpoint: LoadedEndpoint;
  /** The receiver is in the installation's own network. */
  isOwn: boolean;
  /** Where the same can be subscribed to. */
  feedUrl: string;
  sent: readonly SentRow[];
  /** What can be done with it, in this order; nothing but taking it away once it has ended. */
  forms: { pause: ReactNode; test: ReactNode; replay: ReactNode; change: ReactNode; rotate?: ReactNode };
  remove: ReactNode;
};

/** One webhook or digest: how it stands, what was sent there, and what can be done with it. */
export function EndpointPage({ endpoint, isOwn, feedUrl, sent, forms, remove }: Props) {
  const t = useTranslations("endpoints");
  const { name, kind, confirmedAt, disabledAt, formerUntil } = endpoint;
  const isMail = kind === "email";
  const isAsked = isMail && confirmedAt === null && disabledAt === null;
  return (
    <Page
      title={t("pageTitle", { name })}
      above={[{ href: "/desk/endpoints", label: t("back") }]}
      width="form"
    >
      <Standing endpoint={endpoint} />
      <Facts endpoint={endpoint} feedUrl={feedUrl} />
      {isOwn ? <p className="text-ink-soft text-sm">{t("ownNetwork")}</p> : null}
      {formerUntil && !disabledAt ? (
        <p>
          {t("endingText")} <DateTime time={formerUntil} />
        </p>
      ) : null}
      {disabledAt ? null : (
        <>
          {isAsked ? null : forms.pause}
          {forms.replay}
          {forms.test}
        </>
      )}
      {isAsked ? null : <SentList rows={sent} isMail={isMail} />}
      {disabledAt ? null : (
        <>
          {forms.change}
          {forms.rotate}
        </>
      )}
      {remove}
    </Page>
  );
}

/** What keeps things from being sent there. */
function Standing({ endpoint }: { endpoint: LoadedEndpoint }) {
  const t = useTranslations("endpoints");
  const { kind, confirmedAt, pausedAt, disabledAt, disabledBecause } = endpoint;
  const isMail = kind === "email";
  if (disabledBecause === "stopped")
    return (
      <Notice tone="warning" title={t("digest.stoppedTitle")} live="off">
        {t("digest.stoppedText")}
      </Notice>
    );
  if (disabledAt)
    return (
      <Notice tone="warning" title={t("goneTitle")} live="off">
        {t(isMail ? "digest.goneText" : "goneText")}
      </Notice>
    );
  if (isMail && !confirmedAt)
    return (
      <Notice tone="warning" title={t("digest.unconfirmedTitle")} live="off">
        {t("digest.unconfirmedText")}
      </Notice>
    );
  if (!pausedAt) return null;
  return (
    <Notice tone="warning" title={t("pausedTitle")} live="off">
      {t("pausedText")}
    </Notice>
  );
}

type FactsProps = { endpoint: LoadedEndpoint; feedUrl: string };

function Facts({ endpoint: { member, url, email, hour, locale }, feedUrl }: FactsProps) {
  const t = useTranslations("endpoints");
  const nameOf = useLocalName();
  const at = hour === null ? null : t("digest.hourOf", { hour: String(hour).padStart(2, "0") });
  return (
    <DefinitionList
      items={[
        { term: t("member"), detail: nameOf(member) },
        { term: t("url"), detail: url && <code className="break-all">{url}</code> },
        { term: t("digest.email"), detail: email && <span className="break-all">{email}</span> },
        { term: t("digest.daily"), detail: at },
        { term: t("digest.language"), detail: locale && t(`digest.locales.${locale}`) },
        {
          term: t("feedTitle"),
          detail: (
            <a href={feedUrl} className="break-all">
              {feedUrl}
            </a>
          ),
        },
      ]}
    />
  );
}
