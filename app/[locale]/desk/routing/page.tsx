import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RoutingPage } from "#components/routing/rules/routing-page";
import { DraftForm, RollBackForm } from "#components/routing/rules/version-forms";
import { loadRulesPage } from "#lib/desk/load-rules";
import { requireActor } from "#lib/web/next/session";
import { draftRulesAction, rollBackRulesAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.rules"))("title") };
}

export default async function Page() {
  const actor = await requireActor("rules.read");
  const data = await loadRulesPage(actor);
  return (
    <RoutingPage
      data={data}
      draftForm={<DraftForm action={draftRulesAction} ruleSetId={data.active.id} />}
      rollBackForm={({ id, number }) => (
        <RollBackForm
          action={rollBackRulesAction}
          ruleSetId={id}
          insteadOf={data.active.id}
          number={number}
        />
      )}
    />
  );
}
