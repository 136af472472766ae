"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Example } from "#components/ui/example";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { ShownOnce } from "#components/ui/shown-once";
import { addressOn, apiHref } from "#lib/i18n/addresses";

type Props = {
  secret: string;
  siteUrl: string;
  /** What became of the key before. */
  children?: ReactNode;
};

/** The secret, shown once, with a call to try it with. */
export function KeySecret({ secret, siteUrl, children }: Props) {
  const t = useTranslations("keys");
  const example = [
    `curl ${addressOn(siteUrl, apiHref("/reports"))} \\`,
    `  -H "Authorization: Bearer ${secret}" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -H "Idempotency-Key: 1024" \\`,
    `  -d '${JSON.stringify({ text: t("exampleText") })}'`,
  ].join("\n");
  return (
    <div className="space-y-6">
      <Notice tone="success" title={t("made")}>
        <p>{t("madeText")}</p>
        {children ? <p className="mt-2">{children}</p> : null}
      </Notice>
      <ShownOnce title={t("secret")} secret={secret} copyLabel={t("copySecret")} />
      <Example title={t("example")} hint={t("exampleHint")} text={example} copyLabel={t("copyExample")} />
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <Link href="/desk/keys">{t("back")}</Link>
        <a href={apiHref("/openapi.json")}>{t("document")}</a>
      </p>
    </div>
  );
}
