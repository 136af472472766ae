"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextField, TickField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import type { FormAction } from "#lib/web/form";

type Props = {
  action: FormAction;
  /** The filters, as the queue's address has them. */
  query: string;
  shown: ReactNode;
};

/** Gives filters of the queue a name. */
export function SaveViewForm({ action, query, shown }: Props) {
  const t = useTranslations("desk.savedViews");
  const form = useForm(action, { labels: { name: t("name"), isShared: t("isShared") } });
  return (
    <Form form={form} hidden={{ filter: query }} submit={t("submit")} done={t("done")}>
      <p>{shown}</p>
      <TextField form={form} name="name" maxLength={40} />
      <TickField form={form} name="isShared" hint={t("isSharedHint")} />
    </Form>
  );
}
