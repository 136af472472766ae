import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RuleSetPageView } from "#components/routing/rules/rule-set-page";
import { DecideForm, ProposeForm, RemoveRuleForm } from "#components/routing/rules/version-forms";
import { loadRuleSetPage } from "#lib/desk/load-rules";
import { orPageError } from "#lib/web/next/page-error";
import { requireActor } from "#lib/web/next/session";
import * as actions from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.rules"))("title") };
}

type Props = {
  params: Promise<{ ruleSetId: string }>;
  searchParams: Promise<{ compare?: string | string[] }>;
};

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireActor("rules.read");
  const t = await getTranslations("desk.rules.decide");
  const { ruleSetId } = await params;
  const { compare } = await searchParams;
  const data = await orPageError(loadRuleSetPage(actor, ruleSetId, compare === "1"));
  const seen = { ruleSetId, version: data.ruleSet.version };
  return (
    <RuleSetPageView
      data={data}
      removeForm={({ id, priority }) => (
        <RemoveRuleForm action={actions.removeRuleAction} ruleId={id} priority={priority} {...seen} />
      )}
      forms={{
        propose: <ProposeForm action={actions.proposeRulesAction} note={data.ruleSet.note} {...seen} />,
        approve: <DecideForm action={actions.approveRulesAction} submit={t("approve")} isMain {...seen} />,
        return: <DecideForm action={actions.returnRulesAction} submit={t("return")} {...seen} />,
        discard: <DecideForm action={actions.discardRulesAction} submit={t("discard")} {...seen} />,
      }}
    />
  );
}
