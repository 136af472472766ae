import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useLocalName } from "#components/claims/local-name.ts";
import { DateTime } from "#components/ui/date-time";
import { DefinitionList } from "#components/ui/definition-list";
import { Notice } from "#components/ui/notice";
import { Page } from "#components/ui/page";
import type { SentRow } from "#lib/distribution/list-attempts";
import type { LoadedWebhook } from "#lib/distribution/load-endpoint";
import { SentList } from "./sent-list.tsx";

type Props = {
  endpoint: LoadedWebhook;
  /** The receiver is in the installation's own network. */
  isOwn: boolean;
  sent: readonly SentRow[];
  /** What can be done with it, in this order; nothing but taking it away once it has ended. */
  forms: { pause: ReactNode; test: ReactNode; replay: ReactNode; change: ReactNode; rotate: ReactNode };
  remove: ReactNode;
};

/** One webhook: how it stands, what was sent there, and what can be done with it. */
export function EndpointPage({ endpoint, isOwn, sent, forms, remove }: Props) {
  const t = useTranslations("endpoints");
  const nameOf = useLocalName();
  const { name, url, member, pausedAt, disabledAt, formerUntil } = endpoint;
  return (
    <Page
      title={t("pageTitle", { name })}
      above={[{ href: "/desk/endpoints", label: t("back") }]}
      width="form"
    >
      {disabledAt ? (
        <Notice tone="warning" title={t("goneTitle")} live="off">
          {t("goneText")}
        </Notice>
      ) : null}
      {pausedAt && !disabledAt ? (
        <Notice tone="warning" title={t("pausedTitle")} live="off">
          {t("pausedText")}
        </Notice>
      ) : null}
      <DefinitionList
        items={[
          { term: t("member"), detail: nameOf(member) },
          { term: t("url"), detail: <code className="break-all">{url}</code> },
        ]}
      />
      {isOwn ? <p className="text-ink-soft text-sm">{t("ownNetwork")}</p> : null}
      {formerUntil && !disabledAt ? (
        <p>
          {t("endingText")} <DateTime time={formerUntil} />
        </p>
      ) : null}
      {disabledAt ? null : (
        <>
          {forms.pause}
          {forms.replay}
          {forms.test}
        </>
      )}
      <SentList rows={sent} />
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
