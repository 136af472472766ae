import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { EmergencyHints } from "#components/intake/emergency-hints";
import { NewReport } from "#components/intake/new-report";
import { reportParts } from "#components/intake/report-parts";
import { Page } from "#components/ui/page";
import { newIdempotencyKey } from "#lib/intake/idempotency-key";
import { reportFiles } from "#lib/intake/report-files";
import { listDivisions } from "#lib/reference/divisions";
import { listTopics } from "#lib/reference/topics";
import { pageMetadata } from "#lib/web/next/page-metadata";
import { uploadOwnerOf } from "#lib/web/sender";
import { askAction } from "../check/actions.ts";
import { reportAction } from "./actions.ts";

/** Each form gets a key of its own, so that one report sent twice stays one. */
export const dynamic = "force-dynamic";
export const generateMetadata = () => pageMetadata("report", "/report");

type Props = { searchParams: Promise<{ file?: string | string[] }> };

export default async function ReportPage({ searchParams }: Props) {
  const { file } = await searchParams;
  const t = await getTranslations("report");
  const [divisions, topics, files] = await Promise.all([
    listDivisions(),
    listTopics(),
    reportFiles(file, uploadOwnerOf(await headers())),
  ]);
  const form = { parts: await reportParts({ divisions, topics }), reportKey: newIdempotencyKey(), files };
  return (
    <Page title={t("title")} intro={t("intro")}>
      <div className="measure">
        <EmergencyHints />
      </div>
      <NewReport {...form} action={reportAction} ask={askAction} />
    </Page>
  );
}
