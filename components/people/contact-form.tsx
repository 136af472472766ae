import { useTranslations } from "next-intl";
import { PressForm } from "#components/desk/decision-forms";
import { Part } from "#components/ui/part";
import type { FormAction } from "#lib/web/form";

type Props = { action: FormAction; about: { userId: string; memberId: string }; isContact: boolean };

/** Makes somebody the one who is told when nobody at the member answers, or takes that back. */
export function ContactForm({ action, about, isContact }: Props) {
  const t = useTranslations("people.members.contact");
  return (
    <Part title={t("title")} lead={t(isContact ? "is" : "lead")} className="space-y-5">
      <PressForm
        action={action}
        hidden={{ ...about, isContact: isContact ? "" : "on" }}
        submit={t(isContact ? "unset" : "set")}
      />
    </Part>
  );
}
