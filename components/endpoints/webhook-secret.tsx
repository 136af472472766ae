"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Example } from "#components/ui/example";
import { Notice } from "#components/ui/notice";
import { ShownOnce } from "#components/ui/shown-once";

type Props = {
  secret: string;
  /** What became of the secret before, or what to do next. */
  children?: ReactNode;
};

const example = `import { Webhook } from "standardwebhooks";

const message = new Webhook(process.env.BIANZHEN_SECRET).verify(body, headers);
// Of a notice (message.data.slug) the highest message.data.version holds, whatever comes when.`;

/** The secret of a webhook, shown once, with how to check a message by it. */
export function WebhookSecret({ secret, children }: Props) {
  const t = useTranslations("endpoints");
  return (
    <div className="space-y-6">
      <Notice tone="success" title={t("made")}>
        <p>{t("madeText")}</p>
      </Notice>
      <ShownOnce title={t("secret")} secret={secret} copyLabel={t("copySecret")} />
      <Example title={t("check")} hint={t("checkHint")} text={example} copyLabel={t("copyCheck")} />
      {children ? <p>{children}</p> : null}
    </div>
  );
}
