import { getMessages, getTranslations } from "next-intl/server";
import { FollowTracked } from "#components/intake/follow-tracked";
import { TrackConversation } from "#components/intake/track-conversation";
import { TrackForm } from "#components/intake/track-form";
import { Tracking } from "#components/intake/tracking";
import { Page } from "#components/ui/page";
import { trackReport } from "#lib/answers/track-report";
import { now } from "#lib/platform/clock";
import { isMailOn } from "#lib/platform/mail";
import { pushKeys } from "#lib/platform/push-key";
import { pageMetadata } from "#lib/web/next/page-metadata";
import { readReceipt } from "#lib/web/next/receipt-cookie";
import { followTrackedAction, leaveTrackAction, replyAction, trackAction } from "./actions.ts";

export const dynamic = "force-dynamic";
export const generateMetadata = () => pageMetadata("track", "/track");

export default async function TrackPage() {
  const receipt = await readReceipt();
  const report = receipt ? await trackReport(receipt) : null;
  const t = await getTranslations("report.track");
  if (!report) {
    return (
      <Page title={t("title")} intro={t("intro")}>
        <TrackForm action={trackAction} words={(await getMessages()).report.track.form} />
      </Page>
    );
  }
  const follow = { action: followTrackedAction, hasMail: isMailOn(), pushKey: pushKeys().publicKey };
  return (
    <Page title={t("title")}>
      <Tracking report={report} now={now()} leave={leaveTrackAction}>
        <TrackConversation report={report} reply={replyAction} />
        <FollowTracked report={report} {...follow} />
      </Tracking>
    </Page>
  );
}
