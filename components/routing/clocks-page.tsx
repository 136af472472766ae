import { useTranslations } from "next-intl";
import { DueClock } from "#components/claims/due-clock";
import { useLocalName } from "#components/claims/local-name.ts";
import { StatusBadge } from "#components/claims/status-badge";
import { UrgencyBadge } from "#components/claims/urgency-badge";
import { ChooseForm, ChooseOne } from "#components/ui/choose-form";
import { EmptyState } from "#components/ui/empty-state";
import { Link } from "#components/ui/link";
import { ListPage } from "#components/ui/list-page";
import { Options } from "#components/ui/options";
import { SegmentedNav } from "#components/ui/segmented-nav";
import { clockKinds } from "#lib/clocks/allowances";
import type { ClockFilter, ClockRows } from "#lib/desk/list-clocks";
import { withQuery } from "#lib/i18n/paths";
import { ClockStepsList } from "./clock-steps.tsx";

type Props = { filter: ClockFilter; page: ClockRows };

const views = ["next", "late"] as const;
const toldLevels = ["0", "1", "2", "3"] as const;

/** What runs out next in the whole network, and who is told then. */
export function ClocksPage({ filter, page }: Props) {
  const t = useTranslations("desk.clocks");
  const { show, kind, cursor } = filter;
  const level = filter.level === undefined ? undefined : String(filter.level);
  const kept = { kind, level };
  const hrefOf = (view: ClockFilter["show"], from?: string) =>
    withQuery("/desk/clocks", { show: view, ...kept, cursor: from });
  const isChosen = kind !== undefined || level !== undefined;
  return (
    <ListPage
      title={t("title")}
      intro={t("lead")}
      width="text"
      filter={
        <>
          <SegmentedNav
            label={t("views")}
            options={views.map((value) => ({ value, label: t(`show.${value}`) }))}
            chosen={show}
            hrefOf={hrefOf}
          />
          <ChooseForm
            submit={t("choose")}
            kept={{ show }}
            clear={isChosen ? { href: withQuery("/desk/clocks", { show }), label: t("all") } : null}
          >
            <ChooseOne name="kind" label={t("kindLabel")} chosen={kind} any={t("any")}>
              <Options values={clockKinds} word={(value) => t(`kind.${value}`)} />
            </ChooseOne>
            <ChooseOne name="level" label={t("levelLabel")} chosen={level} any={t("any")}>
              <Options values={toldLevels} word={(value) => t(`toldLevel.${value}`)} />
            </ChooseOne>
          </ChooseForm>
        </>
      }
      empty={page.items.length === 0 && <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>}
      paging={{ cursor, next: page.nextCursor, hrefOf: (from) => hrefOf(show, from) }}
    >
      <ol className="divide-y divide-line border-line border-y">
        {page.items.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ol>
    </ListPage>
  );
}

function Row({ row }: { row: ClockRows["items"][number] }) {
  const t = useTranslations("desk.clocks");
  const claims = useTranslations("desk.claim");
  const labels = useTranslations("labels.assignmentPurpose");
  const nameOf = useLocalName();
  const { claim, assignment, kind, dueAt, steps } = row;
  return (
    <li className="space-y-1 py-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="text-ink-soft tabular-nums">{claims("number", { number: claim.number })}</span>
        <UrgencyBadge urgency={claim.urgency} />
        <StatusBadge status={claim.status} />
        <DueClock clock={{ kind, dueAt, pauseReason: null }} ofWork={assignment !== null} />
      </p>
      <h2 className="text-base">
        <Link href={`/desk/claims/${claim.id}`} lang="zh-CN" data-row>
          {claim.wording}
        </Link>
      </h2>
      <p>
        {assignment
          ? t("ofWork", { member: nameOf(assignment.member), purpose: labels(assignment.purpose) })
          : t("ofDesk")}
      </p>
      {steps ? <ClockStepsList steps={[steps]} ofWork={assignment !== null} /> : null}
    </li>
  );
}
