import { useMessages, useTranslations } from "next-intl";
import { ReportFiles } from "#components/files/report-files";
import { DateTime } from "#components/ui/date-time";
import { RelativeTime } from "#components/ui/relative-time";
import type { ReportView } from "#lib/claims/queries";
import type { FormAction } from "#lib/web/form";
import { useLocalName } from "./local-name.ts";
import { type ContactOutcome, ReadContactForm } from "./read-contact-form.tsx";
import { RedactedText } from "./redacted-text.tsx";
import { ReportMembership } from "./report-membership.tsx";
import { ReportTalk } from "./report-talk.tsx";
import { SelectReport, SplitReports } from "./split-reports.tsx";

type Props = {
  reports: readonly ReportView[];
  total: number;
  /** For those who may say where a report belongs. */
  membership: { confirmAction: FormAction; separateAction: FormAction } | null;
  /** For those who may make another claim of some of them, where there are several. */
  split: { action: FormAction; claimId: string; version: number } | null;
  /** For those who may ask for a contact. */
  readContactAction: FormAction<ContactOutcome> | null;
  /** For those who may ask the sender something now. */
  askAction: FormAction | null;
  /** Whether the desk has read whatever was answered. */
  isRead: boolean;
};

/** The newest reports of the claim, in the words in which they came. */
export function ClaimReports({
  reports,
  total,
  membership,
  split,
  readContactAction,
  askAction,
  isRead,
}: Props) {
  const t = useTranslations("desk.reports");
  const { talk } = useMessages();
  const list = (
    <>
      <ol className="space-y-4">
        {reports.map((report, at) => (
          <li key={report.id} className="border-line border-s-3 ps-4">
            <SelectReport reportId={report.id} />
            <ReportItem report={report} />
            <ReportMembership report={report} isOnly={total === 1} actions={membership} />
            {report.contact ? (
              <div className="mt-1 text-sm">
                {readContactAction ? (
                  <ReadContactForm
                    action={readContactAction}
                    reportId={report.id}
                    kind={report.contact.kind}
                  />
                ) : (
                  <p className="text-ink-soft">{t("contactLeft")}</p>
                )}
              </div>
            ) : null}
            <ReportTalk
              reportId={report.id}
              messages={report.messages}
              isRead={isRead}
              askAction={askAction}
              shortcut={at === 0 && askAction ? "q" : undefined}
              words={talk.desk}
            />
          </li>
        ))}
      </ol>
      {total > reports.length ? (
        <p className="mt-3 text-ink-soft text-sm">{t("newestOnly", { count: reports.length })}</p>
      ) : null}
    </>
  );
  return split ? <SplitReports {...split}>{list}</SplitReports> : list;
}

function ReportItem({ report }: { report: ReportView }) {
  const t = useTranslations("desk.reports");
  const labels = useTranslations("labels");
  const nameOf = useLocalName();
  const removed = Object.values(report.redactions).reduce((sum, count) => sum + (count ?? 0), 0);
  return (
    <>
      {report.text ? <RedactedText text={report.text} /> : null}
      {[...new Set(report.urls)].map((url) => (
        <p key={url} className="font-mono text-sm">
          {/* Text, not a link: what a stranger sent is not opened by a slip of the hand. */}
          {url}
        </p>
      ))}
      {report.note ? (
        <p className="mt-1 text-sm">
          <span className="text-ink-soft">{t("note")}</span> <span lang="zh-CN">{report.note}</span>
        </p>
      ) : null}
      <ReportFiles files={report.files} count={report.uploadCount} />
      <p className="mt-1 flex flex-wrap gap-x-3 text-ink-soft text-sm">
        <RelativeTime time={report.submittedAt} />
        {report.seenOn ? <span>{t("seenOn", { place: labels(`seenOn.${report.seenOn}`) })}</span> : null}
        {report.seenAt ? (
          <span>
            {t("seenAt")} <DateTime time={report.seenAt} />
          </span>
        ) : null}
        {report.division ? <span>{nameOf(report.division)}</span> : null}
        <span>{t(`channel.${report.channel}`)}</span>
        {report.member ? <span>{nameOf(report.member)}</span> : null}
        {removed > 0 ? <span>{t("redacted", { count: removed })}</span> : null}
      </p>
    </>
  );
}
