import { useTranslations } from "next-intl";
import { Skeleton } from "#components/ui/skeleton";

/** Stands where a slow part of a page will be; for use in `<Suspense>`, after access has been decided. */
export function Loading({ lines = 5 }: { lines?: number }) {
  const t = useTranslations("common.loading");
  return (
    <div role="status" className="measure space-y-4 py-4">
      <p>
        {t("title")}
        <span className="block text-ink-soft text-sm">{t("text")}</span>
      </p>
      <Skeleton lines={lines} />
    </div>
  );
}
