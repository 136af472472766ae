import { getMessages, getTranslations } from "next-intl/server";
import { CheckThenReport } from "#components/intake/check-then-report";
import { reportParts } from "#components/intake/report-parts";
import { Page } from "#components/ui/page";
import { listDivisions } from "#lib/reference/divisions";
import { listTopics } from "#lib/reference/topics";
import { pageMetadata } from "#lib/web/next/page-metadata";
import { reportAction } from "../report/actions.ts";
import { askAction, checkAction } from "./actions.ts";

export const dynamic = "force-dynamic";
export const generateMetadata = () => pageMetadata("check", "/check");

export default async function CheckPage() {
  const t = await getTranslations("public.check");
  const [{ public: words }, divisions, topics] = await Promise.all([
    getMessages(),
    listDivisions(),
    listTopics(),
  ]);
  return (
    <Page title={t("title")}>
      <CheckThenReport
        check={checkAction}
        ask={askAction}
        report={reportAction}
        words={words.check}
        parts={await reportParts({ divisions, topics })}
      />
    </Page>
  );
}
