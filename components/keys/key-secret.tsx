"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CopyButton } from "#components/ui/copy-button";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
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
      <div className="space-y-2">
        <h2 className="text-base">{t("secret")}</h2>
        <p className="select-all break-all rounded-sm border border-line-strong bg-surface px-3 py-2 font-mono">
          {secret}
        </p>
        <CopyButton text={secret} label={t("copySecret")} size="md" />
      </div>
      <div className="space-y-2">
        <h2 className="text-base">{t("example")}</h2>
        <p className="text-ink-soft text-sm">{t("exampleHint")}</p>
        <pre className="whitespace-pre-wrap break-all rounded-sm border border-line-strong bg-surface px-3 py-2 font-mono text-sm">
          {example}
        </pre>
        <CopyButton text={example} label={t("copyExample")} />
      </div>
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <Link href="/desk/keys">{t("back")}</Link>
        <a href={apiHref("/openapi.json")}>{t("document")}</a>
      </p>
    </div>
  );
}
