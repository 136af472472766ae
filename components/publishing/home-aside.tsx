import { useTranslations } from "next-intl";
import { EmergencyHints } from "#components/intake/emergency-hints";
import { Link } from "#components/ui/link";

/** Beside the box: for those who have asked already, and for those who need more than a check. */
export function HomeAside() {
  const t = useTranslations("public.home");
  return (
    <div className="mt-10 space-y-6 lg:mt-0 lg:border-line lg:border-s lg:ps-8 elder:mt-10 elder:border-s-0 elder:ps-0">
      <p>
        {t("asked")}{" "}
        <Link href="/track" className="font-semibold">
          {t("track")}
        </Link>
      </p>
      <EmergencyHints />
    </div>
  );
}
