import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useLocalName } from "#components/claims/local-name.ts";
import { DateTime } from "#components/ui/date-time";
import { DefinitionList } from "#components/ui/definition-list";
import { Notice } from "#components/ui/notice";
import { Page } from "#components/ui/page";
import { RelativeTime } from "#components/ui/relative-time";
import type { LoadedKey } from "#lib/members/load-key";

type Props = { apiKey: LoadedKey; rotateForm: ReactNode; revokeForm: ReactNode };

/** One key, and the two things that can be done with it. */
export function KeyPage({ apiKey, rotateForm, revokeForm }: Props) {
  const t = useTranslations("keys");
  const scope = useTranslations("labels.scope");
  const nameOf = useLocalName();
  const separator = useLocale() === "en" ? ", " : "、";
  const { name, hint, scopes, lastUsedAt, expiresAt, state, member } = apiKey;
  return (
    <Page title={t("keyTitle", { name })} above={[{ href: "/desk/keys", label: t("back") }]} width="form">
      <DefinitionList
        items={[
          { term: t("member"), detail: nameOf(member) },
          { term: t("hint"), detail: <code>…{hint}</code> },
          { term: t("scopes"), detail: scopes.map((each) => scope(each)).join(separator) },
          {
            term: t("lastUsed"),
            detail: lastUsedAt ? <RelativeTime time={lastUsedAt} /> : t("neverUsed"),
          },
        ]}
      />
      {rotateForm}
      {state === "ending" && expiresAt ? (
        <Notice tone="warning" title={t("endingTitle")} live="off">
          {t("endingText")} <DateTime time={expiresAt} />
        </Notice>
      ) : null}
      {state === "expired" || state === "revoked" ? (
        <Notice title={t("endedTitle")}>{t(`state.${state}`)}</Notice>
      ) : null}
      {state === "live" || state === "ending" ? revokeForm : null}
    </Page>
  );
}
