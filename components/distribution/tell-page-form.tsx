"use client";

import { useTranslations } from "next-intl";
import { SelectField, TextField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import type { GivePageOutcome } from "#lib/distribution/give-page";
import { adoptionChannels } from "#lib/distribution/vocabulary";
import type { FormAction } from "#lib/web/form";

type Props = { action: FormAction<GivePageOutcome>; deliveryId: string };

/** Names the page on which a member has republished a notice. */
export function TellPageForm({ action, deliveryId }: Props) {
  const t = useTranslations("coverage");
  const form = useForm(action, { labels: { url: t("tell.url"), channel: t("tell.channel") } });
  return (
    <Form
      form={form}
      hidden={{ deliveryId }}
      submit={t("tell.submit")}
      variant="secondary"
      done={t("tell.done")}
    >
      <p className="max-w-measure text-ink-soft">{t("tell.lead")}</p>
      <TextField
        form={form}
        name="url"
        hint={t("tell.urlHint")}
        inputMode="url"
        spellCheck={false}
        autoCapitalize="none"
      />
      <SelectField form={form} name="channel" initial="web">
        {adoptionChannels.map((channel) => (
          <option key={channel} value={channel}>
            {t(`channel.${channel}`)}
          </option>
        ))}
      </SelectField>
    </Form>
  );
}
