import { ArrowDown } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AlsoHere } from "#components/desk/live-presence";
import { Badge } from "#components/ui/badge";
import { DateTime } from "#components/ui/date-time";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { RelativeTime } from "#components/ui/relative-time";
import { isOpen } from "#lib/claims/status";
import type { ClaimData } from "#lib/desk/load-claim-page";
import { DueClocks } from "./due-clock.tsx";
import { useLocalName } from "./local-name.ts";
import { queueHref } from "./queue-href.ts";
import { StatusBadge } from "./status-badge.tsx";
import { UrgencyBadge } from "./urgency-badge.tsx";

/** What the claim says, where it stands, and how long there is. */
export function ClaimHead({ data: { claim, filter, queue } }: { data: ClaimData }) {
  const t = useTranslations("desk.claim");
  const matching = useTranslations("matching");
  const labels = useTranslations("labels");
  const guard = useTranslations("guard.digest");
  const snooze = useTranslations("desk.snooze");
  const now = useNow();
  const nameOf = useLocalName();
  const topic = [claim.topic, claim.subtopic].flatMap((named) => (named ? nameOf(named) : []));
  // Until somebody at the desk has accepted it, they are what its sender chose.
  const maybe = claim.status === "received" ? t("guessed") : "";
  const places = claim.places.map(({ division }) => nameOf(division));
  return (
    <header className="space-y-3 border-line border-b pb-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        {queue && filter ? (
          <Link
            href={queueHref(filter, { cursor: filter.cursor })}
            className="text-sm xl:hidden elder:xl:inline"
          >
            {t("backToQueue")}
          </Link>
        ) : null}
        <span className="text-ink-soft tabular-nums">{t("number", { number: claim.number })}</span>
        <StatusBadge status={claim.status} />
        <UrgencyBadge urgency={claim.urgency} isGuess={claim.status === "received"} />
        {claim.suspicion ? <Badge tone="outline">{guard("label")}</Badge> : null}
        {claim.sideState ? <Badge tone="ochre">{labels(`sideState.${claim.sideState}`)}</Badge> : null}
        <a
          href="#decision"
          className="ms-auto inline-flex min-h-9 items-center gap-1 text-sm lg:hidden elder:lg:inline-flex"
        >
          {t("toDecision")}
          <ArrowDown aria-hidden className="size-[1.1em]" />
        </a>
      </div>
      <h1 lang="zh-CN" className="font-serif text-xl leading-snug">
        {claim.wording}
      </h1>
      <AlsoHere claim={claim.id} />
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        <DueClocks clocks={claim.clocks} />
      </div>
      <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2 elder:sm:grid-cols-1">
        <Fact term={t("topic")}>{topic.length > 0 ? `${topic.join(" › ")}${maybe}` : t("none")}</Fact>
        <Fact term={t("places")}>{places.length > 0 ? `${places.join(t("comma"))}${maybe}` : t("none")}</Fact>
        <Fact term={t("reports")}>
          {t("reportCount", { count: claim.reportCount })} · <RelativeTime time={claim.lastReportedAt} />
          {claim._count.askings > 0 ? <> · {matching("asked", { count: claim._count.askings })}</> : null}
        </Fact>
        <Fact term={t("since")}>
          <DateTime time={claim.createdAt} />
        </Fact>
      </dl>
      {claim.hiddenUntil && claim.hiddenUntil > now ? (
        <Notice
          live="off"
          title={snooze.rich("until", { time: () => <DateTime time={claim.hiddenUntil ?? now} /> })}
        >
          {claim.snoozedBecause}
        </Notice>
      ) : null}
      {claim.sideReason ? (
        <Notice
          tone="warning"
          live="off"
          title={labels(`sideState.${claim.sideState ?? "waiting-evidence"}`)}
        >
          {claim.sideReason}
        </Notice>
      ) : null}
      {isOpen(claim.status) && claim.topic?.singleSourceRule ? (
        <Notice live="off" title={t("singleSource")}>
          {claim.topic.singleSourceRule}
        </Notice>
      ) : null}
    </header>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex gap-3">
      <dt className="shrink-0 text-ink-soft">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
