import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LocalTitle } from "#components/publishing/local-title";
import { VerdictBadge } from "#components/publishing/verdict-badge";
import { DateTime } from "#components/ui/date-time";
import { EmptyState } from "#components/ui/empty-state";
import { Link } from "#components/ui/link";
import { Page } from "#components/ui/page";
import { Pagination } from "#components/ui/pagination";
import { Part } from "#components/ui/part";
import { SegmentedNav } from "#components/ui/segmented-nav";
import { type Figures, sumOf } from "#lib/distribution/coverage/figures";
import type { Covered, CoveredMember } from "#lib/distribution/coverage/load-coverage";
import type { CoverageFilter } from "#lib/distribution/coverage/schema";
import { coverageStates } from "#lib/distribution/coverage/states";
import { coverageHref, noticeHref } from "#lib/i18n/addresses";
import type { Division } from "#lib/reference/divisions";
import { CoveredRow } from "./covered-row.tsx";
import { PrefectureGrid } from "./prefecture-grid.tsx";

type Props = {
  notice: Covered;
  filter: CoverageFilter;
  tiles: readonly (Figures & { prefecture: string })[];
  page: { items: readonly CoveredMember[]; nextCursor: string | null };
  divisions: readonly Division[];
  remind: ReactNode;
  recall: ReactNode;
  /** What platforms made of it. */
  children: ReactNode;
};

/** Who carries one notice and who does not: figures, tiles by place, and the members that each of them counts. */
export function NoticeCoverage({ notice, filter, tiles, page, divisions, remind, recall, children }: Props) {
  const t = useTranslations("coverage");
  const { slug, title, titleEn, verdict, currentVersion, current } = notice;
  const { state, prefecture, cursor } = filter;
  const shown = prefecture ? tiles.filter((tile) => tile.prefecture === prefecture) : tiles;
  const figures = sumOf(shown);
  const counted = state ?? "has";
  // A press tells everybody, wherever they are, and says nothing to nobody.
  const isAnywhere = state !== undefined && sumOf(tiles)[state] > 0;
  const hrefOf = (query: Partial<CoverageFilter>) => coverageHref(slug, { state, prefecture, ...query });
  return (
    <Page
      title={<LocalTitle title={title} titleEn={titleEn} />}
      above={[{ href: coverageHref(), label: t("title") }]}
      width="table"
      intro={
        <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <VerdictBadge verdict={verdict} size="sm" />
          <span>{t("version", { number: currentVersion })}</span>
          <DateTime time={current.publishedAt} />
          <Link href={noticeHref(slug)}>{t("toNotice")}</Link>
        </span>
      }
    >
      <SegmentedNav
        label={t("chooseState")}
        options={[
          { value: undefined, label: t("all"), count: figures.members },
          ...coverageStates.map((value) => ({ value, label: t(`state.${value}`), count: figures[value] })),
        ]}
        chosen={state}
        hrefOf={(value) => hrefOf({ state: value })}
      />
      {state ? <p className="text-ink-soft">{t(`meaning.${state}`)}</p> : null}
      {state === "silent" && isAnywhere ? remind : null}
      {state === "older" ? <Recall notice={notice}>{isAnywhere ? recall : null}</Recall> : null}
      <PrefectureGrid
        title={`${t("grid")} · ${t(`state.${counted}`)}`}
        lead={t("gridLead")}
        divisions={divisions}
        tiles={new Map(tiles.map((tile) => [tile.prefecture, { count: tile[counted], total: tile.members }]))}
        chosen={prefecture}
        hrefOf={(code) => hrefOf({ prefecture: code })}
        labelOf={(place, { count, total = 0 }) =>
          t("tileOf", { place, state: t(`state.${counted}`), count, total })
        }
      />
      <Part title={t("memberList")} look="text-lg" className="space-y-3">
        {page.items.length === 0 ? (
          <EmptyState heading="h3" title={t("emptyMembers")}>
            {t("emptyMembersText")}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line border-line border-y">
            {page.items.map((member) => (
              <li key={member.id} className="py-3">
                <CoveredRow member={member} currentVersion={currentVersion} />
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Pagination
        isTimeless
        cursor={cursor}
        next={page.nextCursor}
        hrefOf={(from) => hrefOf({ cursor: from })}
      />
      {children}
    </Page>
  );
}

function Recall({ notice: { current }, children }: { notice: Covered; children: ReactNode }) {
  const t = useTranslations("coverage");
  const [recall] = current.recalls;
  return (
    <div className="space-y-2">
      {current.correctionKind === "retraction" ? <p>{t("recallsItself")}</p> : null}
      {children}
      {recall ? (
        <p className="text-ink-soft text-sm">
          {t("recalledAt")} <DateTime time={recall.at} />
        </p>
      ) : null}
    </div>
  );
}
