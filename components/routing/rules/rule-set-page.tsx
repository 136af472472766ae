import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button";
import { DateTime } from "#components/ui/date-time";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { Page } from "#components/ui/page";
import { Part } from "#components/ui/part";
import type { RuleSetPage } from "#lib/desk/load-rules";
import type { Rule } from "#lib/routing/rules/schema";
import { Comparison } from "./comparison.tsx";
import { Findings } from "./findings.tsx";
import { RuleList } from "./rule-list.tsx";
import { VersionFacts } from "./version-facts.tsx";

type Props = {
  data: RuleSetPage;
  removeForm: (rule: Rule) => ReactNode;
  forms: Record<"propose" | "approve" | "return" | "discard", ReactNode>;
};

/** One version of the rules: what it says, what is wrong with it, what it would change, and what is to be decided. */
export function RuleSetPageView({ data, removeForm, forms }: Props) {
  const t = useTranslations("desk.rules");
  const { ruleSet, names, findings, people, comparison, mayManage } = data;
  const { id, number, status, rules, basedOn } = ruleSet;
  const isDraft = status === "draft" && mayManage;
  const isOpen = status === "draft" || status === "proposed";
  const deeds = (rule: Rule) => (
    <div className="flex flex-wrap items-start gap-x-4">
      <Link
        href={`/desk/routing/${id}/${rule.id}`}
        aria-label={t("editOf", { priority: rule.priority })}
        className="flex min-h-11 items-center"
      >
        {t("edit")}
      </Link>
      {removeForm(rule)}
    </div>
  );
  return (
    <Page title={t("version", { number })} above={[{ href: "/desk/routing", label: t("back") }]} width="text">
      <VersionFacts version={ruleSet} people={people} />
      {isOpen && basedOn?.status === "retired" ? (
        <Notice tone="warning" live="off">
          {t("baseChanged", { number: basedOn.number })}
        </Notice>
      ) : null}
      <Part title={t("rules")} className="space-y-4">
        <RuleList rules={rules} names={names} {...(isDraft && { deeds })} />
        {isDraft ? <ButtonLink href={`/desk/routing/${id}/new`}>{t("add")}</ButtonLink> : null}
      </Part>
      {isOpen ? (
        <>
          <Findings findings={findings} names={names} />
          <Comparison comparison={comparison} names={names} />
        </>
      ) : null}
      {isOpen && mayManage ? <Decision data={data} forms={forms} /> : null}
    </Page>
  );
}

function Decision({ data: { ruleSet, mayApprove }, forms }: Pick<Props, "data" | "forms">) {
  const t = useTranslations("desk.rules.decide");
  const { status, waitsUntil } = ruleSet;
  return (
    <Part title={t("title")} className="space-y-4">
      {status === "draft" ? forms.propose : null}
      {waitsUntil ? (
        <Notice tone="warning" live="off">
          {t("waits")} <DateTime time={waitsUntil} />
        </Notice>
      ) : null}
      {status === "proposed" && !waitsUntil && !mayApprove ? <p>{t("awaits")}</p> : null}
      <div className="flex flex-wrap items-start gap-3">
        {status === "proposed" && mayApprove ? forms.approve : null}
        {status === "proposed" ? forms.return : null}
        {forms.discard}
      </div>
    </Part>
  );
}
