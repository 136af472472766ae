"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/desk/disclosure";
import { AreaField, SelectField, TextField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import type { SuggestedClaim } from "#lib/claims/reports/list-suggestions";
import { type Closing, closings, otherChannels } from "#lib/claims/status";
import type { FormAction } from "#lib/web/form";

type Props = {
  action: FormAction;
  claimId: string;
  version: number;
  texts: Record<Closing, string>;
  similar: readonly SuggestedClaim[];
};

/** The ways to end a claim without a notice, each with a kind text that its reader gets, ready to be edited. */
export function CloseForms(props: Props) {
  const t = useTranslations("desk.close");
  return (
    <Disclosure title={t("title")} shortcut="c" name="decision">
      <p className="mb-2 text-ink-soft text-sm">{t("hint")}</p>
      {closings.map((closing) => (
        <CloseForm key={closing} closing={closing} {...props} />
      ))}
    </Disclosure>
  );
}

function CloseForm({ closing, action, claimId, version, texts, similar }: Props & { closing: Closing }) {
  const t = useTranslations("desk.close");
  const labels = useTranslations("labels");
  const form = useForm(action, { version, labels: { channel: t("channel"), note: t("note") } });
  return (
    <Disclosure title={labels(`claimStatus.${closing}`)} open={form.isRefused} name="closing">
      <Form form={form} hidden={{ claimId, closing }} submit={t("submit")}>
        {closing === "answered" ? <AnswerField form={form} similar={similar} /> : null}
        {closing === "other-channel" ? (
          <SelectField form={form} name="channel">
            <option value="">{t("choose")}</option>
            {otherChannels.map((channel) => (
              <option key={channel} value={channel}>
                {labels(`channelName.${channel}`)}
              </option>
            ))}
          </SelectField>
        ) : null}
        <AreaField form={form} name="note" hint={t("noteHint")} initial={texts[closing]} rows={5} />
      </Form>
    </Disclosure>
  );
}

/** The published notice that answers the claim: those that share words with it, or any other by its address. */
function AnswerField({ form, similar }: Pick<Props, "similar"> & { form: ReturnType<typeof useForm> }) {
  const t = useTranslations("desk.close");
  const notices = similar.flatMap(({ debunk }) => debunk ?? []);
  return (
    <>
      <TextField
        form={form}
        name="answeredBy"
        label={t("answeredBy")}
        hint={t("answeredByHint")}
        list="notices"
        initial={notices[0]?.slug}
      />
      <datalist id="notices">
        {notices.map(({ slug, title }) => (
          <option key={slug} value={slug}>
            {title}
          </option>
        ))}
      </datalist>
    </>
  );
}
