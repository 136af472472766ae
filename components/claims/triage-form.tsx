"use client";

import { useTranslations } from "next-intl";
import { Form } from "#components/form/form";
import { Part } from "#components/ui/part";
import type { ClaimData } from "#lib/desk/load-claim-page";
import type { FormAction } from "#lib/web/form";
import { ClaimFacts, useFactsForm } from "./claim-facts.tsx";

type Props = {
  action: FormAction;
  data: Pick<ClaimData, "claim" | "suggestion" | "personal" | "topics" | "divisions">;
};

/** Accepts the claim for verification; every suggestion says why it is made. */
export function TriageForm({ action, data }: Props) {
  const t = useTranslations("desk.triage");
  const {
    claim,
    suggestion: { wording, topicId, isTopicChosen, topics, places, urgency },
  } = data;
  const form = useFactsForm(action, claim.version);
  const isTheirs = form.state.outcome?.ok === false;
  return (
    <Part title={t("title")} heading="h3" look="mb-2">
      <Form form={form} hidden={{ claimId: claim.id }} submit={t("submit")} shortcut="a" isKeptInSight>
        {isTheirs ? (
          <blockquote lang="zh-CN" className="border-line-strong border-s-3 ps-3">
            <p className="text-ink-soft text-sm">{t("wordingNow")}</p>
            {claim.wording}
          </blockquote>
        ) : null}
        <ClaimFacts
          form={form}
          facts={{ ...claim, wording, topicId }}
          isShortened={wording !== claim.wording}
          places={places}
          guesses={{ isChosen: isTopicChosen, topics, urgency }}
          data={data}
        />
      </Form>
    </Part>
  );
}
