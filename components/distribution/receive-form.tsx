"use client";

import { useTranslations } from "next-intl";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import type { FormAction } from "#lib/web/form";

type Props = { action: FormAction; deliveryId: string; title: string };

/** A member confirms that it has taken over a publication. */
export function ReceiveForm({ action, deliveryId, title }: Props) {
  const t = useTranslations("editorial.deliveries");
  const form = useForm(action);
  return (
    <Form
      form={form}
      hidden={{ deliveryId }}
      submit={
        <>
          {t("receive")} <span className="sr-only">{title}</span>
        </>
      }
      variant="secondary"
    />
  );
}
