"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/desk/disclosure";
import { Form } from "#components/form/form";
import type { ClaimData } from "#lib/desk/load-claim-page";
import type { FormAction } from "#lib/web/form";
import { ClaimFacts, useFactsForm } from "./claim-facts.tsx";

type Props = { action: FormAction; data: Pick<ClaimData, "claim" | "topics" | "divisions"> };

/** Changes what an accepted claim says and is about. */
export function ReviseForm({ action, data }: Props) {
  const t = useTranslations("desk.revise");
  const { id, version, places, ...facts } = data.claim;
  const form = useFactsForm(action, version);
  const chosen = places.map(({ division }) => ({ ...division, isChosen: true }));
  return (
    <Disclosure title={t("title")} shortcut="t" open={form.isRefused} name="decision">
      <Form form={form} hidden={{ claimId: id }} submit={t("submit")} done={t("done")}>
        <ClaimFacts form={form} facts={facts} places={chosen} data={data} />
      </Form>
    </Disclosure>
  );
}
