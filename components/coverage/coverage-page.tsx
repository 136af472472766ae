import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Page } from "#components/ui/page";
import { SegmentedNav } from "#components/ui/segmented-nav";
import { type CoverageView, coverageViews } from "#lib/distribution/coverage/states";
import { coverageHref } from "#lib/i18n/addresses";

type Props = {
  view: CoverageView;
  counts: Readonly<Partial<Record<CoverageView, number>>>;
  /** The list that was chosen. */
  children: ReactNode;
};

/** Who carries what was published, over the whole network: by notice, by who is silent, by what is out of date. */
export function CoveragePage({ view, counts, children }: Props) {
  const t = useTranslations("coverage");
  return (
    <Page title={t("title")} intro={t("lead")} width="table">
      <SegmentedNav
        label={t("views")}
        options={coverageViews.map((value) => ({ value, label: t(`view.${value}`), count: counts[value] }))}
        chosen={view}
        hrefOf={(value) => coverageHref(undefined, { view: value })}
      />
      {children}
    </Page>
  );
}
