"use client";

import { useTranslations } from "next-intl";

type Props = { status: number | null; error: string | null; answer: string | null };

/** Why something was not taken: what the other side answered, or that it could not be reached. */
export function CallOutcome({ status, error, answer }: Props) {
  const t = useTranslations("endpoints");
  if (status === null) return <p>{t("unreached", { error: error ?? "" })}</p>;
  if (!answer) return <p>{t("answeredNothing", { status: String(status) })}</p>;
  return (
    <div>
      <p>{t("answered", { status: String(status) })}</p>
      <pre className="whitespace-pre-wrap break-all rounded-sm border border-line-strong bg-surface px-3 py-2 font-mono text-sm">
        {answer}
      </pre>
    </div>
  );
}
