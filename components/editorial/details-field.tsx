import { useTranslations } from "next-intl";
import { ChecksField } from "#components/form/fields";
import type { FormOf } from "#components/form/use-form.ts";
import type { PrivateDetail } from "#lib/editorial/private-details";

type Props = { form: FormOf; details: readonly PrivateDetail[] };

/** What may tell of a private person: taken out of the text, or said to be public or needed, one by one. */
export function DetailsField({ form, details }: Props) {
  const t = useTranslations("editorial.details");
  if (details.length === 0) return null;
  return (
    <ChecksField
      form={form}
      name="kept"
      label={t("title")}
      hint={t("hint")}
      options={details.map(({ kind, text }) => ({
        value: text,
        label: t("keep", { text, kind: t(`kind.${kind}`) }),
      }))}
    />
  );
}
