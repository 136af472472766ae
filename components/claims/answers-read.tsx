import { useTranslations } from "next-intl";
import { PressForm } from "#components/desk/decision-forms";
import { Notice } from "#components/ui/notice";
import type { FormAction } from "#lib/web/form";

type Props = { action: FormAction; claimId: string; repliedAt: Date };

/** Says that a sender has answered, and lets it be read without a decision. */
export function AnswersRead({ action, claimId, repliedAt }: Props) {
  const t = useTranslations("desk.answered");
  return (
    <Notice live="off" title={t("lead")}>
      <PressForm
        action={action}
        hidden={{ claimId, seenReply: repliedAt.toISOString() }}
        submit={t("read")}
        shortcut="v"
      />
    </Notice>
  );
}
