"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/desk/disclosure";
import { Form } from "#components/form/form";
import type { ClaimData } from "#lib/desk/load-claim-page";
import type { FormAction } from "#lib/web/form";
import { ClaimFacts, UrgencyField, useFactsForm } from "./claim-facts.tsx";

type Props = {
  action: FormAction;
  data: Pick<ClaimData, "claim" | "personal" | "topics" | "divisions" | "permits">;
};

/** Changes what an accepted claim says and is about; while its text is reviewed, its urgency alone. */
export function ReviseForm({ action, data }: Props) {
  const t = useTranslations("desk.revise");
  const { id, version, places, ...facts } = data.claim;
  const form = useFactsForm(action, version);
  const isWhole = data.permits.reword;
  const about = { claimId: id, ...(isWhole ? {} : asItIs(data.claim)) };
  const chosen = places.map(({ division }) => ({ ...division, quote: null }));
  return (
    <Disclosure
      title={t(isWhole ? "title" : "urgencyTitle")}
      shortcut="t"
      open={form.isRefused}
      name="decision"
    >
      <Form form={form} hidden={about} submit={t("submit")} done={t("done")}>
        {isWhole ? (
          <ClaimFacts form={form} facts={facts} places={chosen} data={data} />
        ) : (
          <>
            <p className="text-ink-soft text-sm">{t("underReview")}</p>
            <UrgencyField form={form} initial={facts.urgency} />
          </>
        )}
      </Form>
    </Disclosure>
  );
}

/** What is said of the claim and stays so. */
const asItIs = ({ wording, topicId, subtopicId, places }: ClaimData["claim"]) => ({
  wording,
  topicId: topicId ?? "",
  subtopicId: subtopicId ?? "",
  places: places.map(({ division }) => division.code),
});
