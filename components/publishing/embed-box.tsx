import { useTranslations } from "next-intl";
import { CopyButton } from "#components/ui/copy-button";
import { Textarea } from "#components/ui/textarea";

/** How another site shows the notice in a page of its own; without scripts the code is marked and copied by hand. */
export function EmbedBox({ code }: { code: string }) {
  const t = useTranslations("public.notice.embed");
  return (
    <details data-print="hide">
      <summary className="flex min-h-11 cursor-pointer items-center text-azurite underline underline-offset-4">
        {t("title")}
      </summary>
      <div className="space-y-3 pt-1 pb-2">
        <p className="text-ink-soft">{t("note")}</p>
        <Textarea
          aria-label={t("code")}
          readOnly
          rows={5}
          defaultValue={code}
          className="font-mono text-xs"
        />
        <CopyButton text={code} label={t("copy")} size="sm" />
      </div>
    </details>
  );
}
