import { getMessages, getTranslations } from "next-intl/server";
import { TrackForm } from "#components/intake/track-form";
import { Tracking } from "#components/intake/tracking";
import { now } from "#lib/platform/clock";
import { trackReport } from "#lib/publishing/track-report";
import { pageMetadata } from "../page-metadata.ts";
import { readReceipt } from "../receipt-cookie.ts";
import { leaveTrackAction, trackAction } from "./actions.ts";

export const dynamic = "force-dynamic";
export const generateMetadata = () => pageMetadata("track", "/track");

export default async function TrackPage() {
  const receipt = await readReceipt();
  const [t, messages, report] = await Promise.all([
    getTranslations("report.track"),
    getMessages(),
    receipt ? trackReport(receipt) : null,
  ]);
  return (
    <>
      <h1 className="font-serif text-3xl">{t("title")}</h1>
      {report ? (
        <div className="mt-6">
          <Tracking report={report} now={now()} leave={leaveTrackAction} />
        </div>
      ) : (
        <>
          <p className="measure mt-3 mb-6 text-ink-soft">{t("intro")}</p>
          <TrackForm action={trackAction} words={messages.report.track.form} />
        </>
      )}
    </>
  );
}
