"use client";

import { useTranslations } from "next-intl";
import { useLanguage } from "#components/ui/language";
import { Notice } from "#components/ui/notice";
import type { ActionState } from "#lib/access/action-state";
import type { Messages } from "#lib/i18n/messages";
import { localePath } from "#lib/i18n/paths";

/** Why a use case did nothing; each has its words in people.json under `refusal.reason`. */
export type RefusalReason = keyof Messages["people"]["refusal"]["reason"];

type Props = { refused: ActionState["refused"]; reason?: RefusalReason | null | undefined };

/**
 * Says why a form was not accepted, that nothing of it is lost, and what to do. `refused` is the action state's;
 * `reason` the outcome's. What is wrong with single fields is told by the summary of the fields.
 */
export function RefusalNotice({ refused, reason }: Props) {
  const t = useTranslations("people.refusal");
  const errors = useTranslations("errors");
  const { locale } = useLanguage();
  if (refused === "UNAUTHENTICATED") {
    return (
      <Notice tone="warning" title={t("ended.title")} live="alert">
        <p>{t("ended.detail")}</p>
        <a href={localePath("/desk/sign-in", locale)} target="_blank" rel="noopener noreferrer">
          {t("ended.signIn")}
        </a>
      </Notice>
    );
  }
  if (refused && refused !== "VALIDATION") {
    return (
      <Notice tone="error" title={errors(`${refused}.title`)}>
        {refused === "FORBIDDEN" || refused === "NOT_FOUND" ? t(refused) : errors(`${refused}.detail`)}
      </Notice>
    );
  }
  if (!reason) return null;
  return (
    <Notice tone="warning" live="alert">
      {t(`reason.${reason}`)}
    </Notice>
  );
}
