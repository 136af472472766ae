import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RuleForm } from "#components/routing/rules/rule-form";
import { Page } from "#components/ui/page";
import { loadRulePage } from "#lib/desk/load-rules";
import { orPageError } from "#lib/web/next/page-error";
import { requireActor } from "#lib/web/next/session";
import { saveRuleAction } from "../../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.rules"))("title") };
}

type Props = { params: Promise<{ ruleSetId: string; ruleId: string }> };

export default async function RulePage({ params }: Props) {
  const actor = await requireActor("rules.manage");
  const { ruleSetId, ruleId } = await params;
  const data = await orPageError(loadRulePage(actor, ruleSetId, ruleId));
  const t = await getTranslations("desk.rules");
  const { rule, number } = data;
  const above = [
    { href: "/desk/routing", label: t("back") },
    { href: `/desk/routing/${ruleSetId}`, label: t("version", { number }) },
  ];
  return (
    <Page title={rule ? t("rule", { priority: rule.priority }) : t("newRule")} above={above} width="form">
      <RuleForm data={data} action={saveRuleAction} />
    </Page>
  );
}
