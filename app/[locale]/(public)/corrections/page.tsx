import { getTranslations } from "next-intl/server";
import { CorrectionList } from "#components/publishing/correction-list";
import { readCorrections } from "#lib/web/next/cached-reads";
import { pageMetadata } from "#lib/web/next/page-metadata";

export const dynamic = "force-static";
export const revalidate = 3600;
export const generateMetadata = () => pageMetadata("corrections", "/corrections");

export default async function CorrectionsPage() {
  const t = await getTranslations("public.corrections");
  const { items, nextCursor } = await readCorrections();
  return (
    <>
      <h1 className="font-serif text-3xl">{t("title")}</h1>
      <p className="measure mt-3 mb-6 text-ink-soft">{t("intro")}</p>
      <CorrectionList rows={items} nextCursor={nextCursor} isFirst />
    </>
  );
}
