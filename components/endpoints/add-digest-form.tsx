"use client";

import { useTranslations } from "next-intl";
import { SelectField, TextField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { MemberOptions } from "#components/routing/member-options";
import { ButtonLink } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import type { AddDigestOutcome } from "#lib/distribution/add-digest";
import type { MemberChoice } from "#lib/members/queries";
import type { FormAction } from "#lib/web/form";
import { CallOutcome } from "./call-outcome.tsx";
import { DigestFields, useDigestLabels } from "./digest-fields.tsx";
import type { Choices } from "./wish-fields.tsx";

type Props = {
  action: FormAction<AddDigestOutcome>;
  members: readonly MemberChoice[];
  memberId: string;
  choices: Choices;
};

/** Makes a digest; the answer says whether its address could be asked. */
export function AddDigestForm({ action, members, memberId, choices }: Props) {
  const t = useTranslations("endpoints");
  const labels = { memberId: t("member"), email: t("digest.email"), ...useDigestLabels() };
  const form = useForm(action, { labels });
  const { outcome } = form.state;
  if (outcome?.ok) return <Asked outcome={outcome} />;
  return (
    <Form form={form} submit={t("digest.createSubmit")} size="md">
      <SelectField form={form} name="memberId" initial={memberId}>
        <MemberOptions members={members} />
      </SelectField>
      <TextField
        form={form}
        name="email"
        hint={t("digest.emailHint")}
        type="email"
        inputMode="email"
        autoComplete="off"
        spellCheck={false}
      />
      <DigestFields form={form} choices={choices} />
    </Form>
  );
}

function Asked({ outcome: { endpointId, mailed } }: { outcome: AddDigestOutcome & { ok: true } }) {
  const t = useTranslations("endpoints.digest");
  return (
    <div className="space-y-6">
      {mailed.outcome === "sent" ? (
        <Notice tone="success" title={t("asked")}>
          {t("askedText")}
        </Notice>
      ) : (
        <>
          <Notice tone="warning" live="alert" title={t("notAsked")}>
            {t("notAskedText")}
          </Notice>
          <CallOutcome {...mailed} />
        </>
      )}
      <p>
        <ButtonLink href={`/desk/endpoints/${endpointId}`}>{t("toEndpoint")}</ButtonLink>
      </p>
    </div>
  );
}
