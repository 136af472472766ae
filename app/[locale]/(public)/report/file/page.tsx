import { getLocale, getTranslations } from "next-intl/server";
import { FileForm } from "#components/intake/file-form";
import { Page } from "#components/ui/page";
import { pageMetadata } from "#lib/web/next/page-metadata";

/** What is wrong with a file, and which are there already, stands in the address. */
export const dynamic = "force-dynamic";
export const generateMetadata = () => pageMetadata("report", "/report/file");

type Props = { searchParams: Promise<{ file?: string | string[]; problem?: string }> };

export default async function FilePage({ searchParams }: Props) {
  const t = await getTranslations("uploads.page");
  const { file, problem } = await searchParams;
  const query = new URLSearchParams([["locale", await getLocale()]]);
  for (const id of [file ?? []].flat()) query.append("file", id);
  return (
    <Page title={t("title")} intro={t("intro")}>
      <FileForm action={`/api/form/file?${query}`} problem={problem} />
    </Page>
  );
}
