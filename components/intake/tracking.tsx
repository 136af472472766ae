import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Allowed } from "#components/claims/allowed.ts";
import { StatusBadge } from "#components/claims/status-badge";
import { LocalTitle } from "#components/publishing/local-title";
import { VerdictBadge } from "#components/publishing/verdict-badge";
import { DateTime } from "#components/ui/date-time";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { Part } from "#components/ui/part";
import { SubmitButton } from "#components/ui/submit-button";
import type { TrackedReport } from "#lib/answers/track-report";
import { isClosed, isOpen } from "#lib/claims/status";
import { noticeHref } from "#lib/i18n/addresses";
import { LeaveForm } from "./leave-form.tsx";
import { TrackChanges } from "./track-changes.tsx";
import { TrackingStages } from "./tracking-stages.tsx";
import { TrackingTimeline } from "./tracking-timeline.tsx";

type Props = {
  report: TrackedReport;
  now: Date;
  leave: () => Promise<void>;
  /** The conversation with the desk, and the ways to be told. */
  children: ReactNode;
};

/** Where a report stands: done, now, next and by when; and the answer, once there is one. */
export function Tracking({ report, now, leave, children }: Props) {
  const t = useTranslations("report.track");
  return (
    <div className="measure space-y-8">
      <section aria-labelledby="state-title" className="space-y-4">
        <h2 id="state-title" className="flex flex-wrap items-center gap-3 font-serif text-2xl">
          {t("state")}
          <span className="font-sans">
            <StatusBadge status={report.state} />
          </span>
        </h2>
        {isClosed(report.state) ? null : <TrackingStages state={report.state} />}
        <p className="text-lg">{t(`explain.${report.state}`)}</p>
        <Due report={report} now={now} />
        {report.joined || report.reportCount > 1 ? (
          <p className="text-ink-soft">{t("together", { count: report.reportCount })}</p>
        ) : null}
      </section>
      <Answer report={report} />
      <Closing report={report} />
      {children}
      <TrackingTimeline events={report.timeline} />
      <details className="border-line border-t pt-4">
        <summary className="font-semibold">{t("yours")}</summary>
        <blockquote className="mt-3 whitespace-pre-wrap border-line-strong border-s-4 ps-4">
          {report.text}
        </blockquote>
        {[...new Set(report.urls)]
          .filter((url) => !report.text.includes(url))
          .map((url) => (
            <p key={url} className="mt-2 break-all text-sm">
              {url}
            </p>
          ))}
      </details>
      <LeaveForm leave={leave}>
        <p className="mb-3 text-ink-soft text-sm">{t("leaveText")}</p>
        <SubmitButton variant="secondary">{t("leave")}</SubmitButton>
      </LeaveForm>
    </div>
  );
}

/** The next thing that is promised, or that a promise was missed. */
function Due({ report, now }: Pick<Props, "report" | "now">) {
  const t = useTranslations("report.track");
  if (!isOpen(report.state)) return null;
  if (report.state === "received") {
    return <p>{t.rich("dueTriage", { time: () => <Allowed urgency="P2" kind="triage" /> })}</p>;
  }
  const due = report.verdictDueAt;
  return (
    <>
      {due ? (
        <p>
          {due > now
            ? t.rich("due", { time: () => <DateTime time={due} className="font-semibold" /> })
            : t("overdue")}
        </p>
      ) : null}
      {report.waiting ? <Notice tone="info">{t("waiting")}</Notice> : null}
    </>
  );
}

function Answer({ report: { debunk } }: Pick<Props, "report">) {
  const t = useTranslations("report.track");
  if (!debunk) return null;
  return (
    <Part
      title={t("answer")}
      look="text-lg"
      className="space-y-3 rounded border border-line-strong bg-surface p-5"
    >
      <VerdictBadge verdict={debunk.verdict} size="lg" />
      <p className="font-serif text-xl">
        <Link href={noticeHref(debunk.slug)}>
          <LocalTitle {...debunk} />
        </Link>
      </p>
      {debunk.status === "published" ? null : <p>{t(`answerStatus.${debunk.status}`)}</p>}
      <TrackChanges debunk={debunk} />
    </Part>
  );
}

function Closing({ report: { state, closingNote, closingChannel } }: Pick<Props, "report">) {
  const t = useTranslations("report.track");
  const labels = useTranslations("labels.channelName");
  if (!isClosed(state) || (!closingNote && !closingChannel)) return null;
  return (
    <Notice title={t("closing")}>
      {closingNote ? <p lang="zh-CN">{closingNote}</p> : null}
      {closingChannel ? (
        <p>
          {t("channel")} <a href={`tel:${closingChannel}`}>{labels(closingChannel)}</a>
        </p>
      ) : null}
    </Notice>
  );
}
