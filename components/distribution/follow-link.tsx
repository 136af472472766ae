import { Bell } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link";
import { followHref } from "#lib/i18n/addresses";

/** Leads to where anybody may ask to be told of every correction. */
export function FollowLink({ claimId }: { claimId: string }) {
  const t = useTranslations("talk.follow");
  return (
    <p className="mt-4" data-print="hide">
      <Link href={followHref(claimId)} className="inline-flex items-center gap-2">
        <Bell aria-hidden className="size-[1.1em]" />
        {t("link")}
      </Link>
    </p>
  );
}
