"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/desk/disclosure";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import type { FormAction } from "#lib/web/form";

type Props = { action: FormAction; about: { userId: string; memberId: string } };

/** Takes a person off a member; folded away, so that opening it is the second thought. */
export function RemoveForm({ action, about }: Props) {
  const t = useTranslations("people.members");
  const form = useForm(action, { words: { refusals: { CONFLICT: { detail: t("lastAdmin") } } } });
  return (
    <Disclosure title={t("removeTitle")} open={form.isRefused}>
      <p className="mb-4">{t("removeLead")}</p>
      <Form form={form} hidden={about} submit={t("removeSubmit")} variant="danger" size="md" />
    </Disclosure>
  );
}
