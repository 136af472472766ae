"use client";

import { useTranslations } from "next-intl";
import { RefusalNotice } from "#components/access/refusal-notice";
import { useActionForm } from "#components/access/use-action-form";
import { Notice } from "#components/ui/notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/access/action-state";
import type { PeopleOutcome } from "#lib/members/change-roles";
import type { RemovePerson } from "#lib/members/people-schema";

type Props = { action: FormAction<PeopleOutcome>; about: { userId: string; memberId: string } };

/** Takes a person off a member; folded away, so that opening it is the second thought. */
export function RemoveForm({ action, about }: Props) {
  const t = useTranslations("people.members");
  const { state, formProps } = useActionForm<RemovePerson, PeopleOutcome>("remove", action);
  const { outcome } = state;
  const wasRefused = state.refused !== null || outcome !== null;
  return (
    <details open={wasRefused || undefined} className="border-line border-t pt-4">
      <summary className="min-h-11 py-2 font-semibold">{t("removeTitle")}</summary>
      <form {...formProps} className="mt-3 space-y-4">
        <p>{t("removeLead")}</p>
        {state.refused === "CONFLICT" ? (
          <Notice tone="warning" live="alert">
            {t("lastAdmin")}
          </Notice>
        ) : (
          <RefusalNotice refused={state.refused} reason={outcome?.ok === false ? outcome.reason : null} />
        )}
        <input type="hidden" name="userId" value={about.userId} />
        <input type="hidden" name="memberId" value={about.memberId} />
        <SubmitButton variant="danger">{t("removeSubmit")}</SubmitButton>
      </form>
    </details>
  );
}
