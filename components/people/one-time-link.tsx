import { useTranslations } from "next-intl";
import { CopyButton } from "#components/ui/copy-button";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";

type Props = { link: string; title: string; text: string; label: string };

/** A one-time link, shown once, to be handed over by whoever made it. */
export function OneTimeLink({ link, title, text, label }: Props) {
  const t = useTranslations("people.members");
  return (
    <div className="space-y-4">
      <Notice tone="success" title={title}>
        {text}
      </Notice>
      <div>
        <p className="font-semibold">{label}</p>
        <p className="mt-1 select-all break-all rounded-sm border border-line-strong bg-surface px-3 py-2 font-mono text-sm">
          {link}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <CopyButton text={link} size="md" />
        <Link href="/desk/members">{t("back")}</Link>
      </div>
    </div>
  );
}
