"use client";

import { useTranslations } from "next-intl";
import { ChecksField, SelectField, TextField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { MemberOptions } from "#components/routing/member-options";
import { scopes } from "#lib/access/scopes";
import type { CreateKeyOutcome } from "#lib/members/create-key";
import type { MemberChoice } from "#lib/members/queries";
import type { FormAction } from "#lib/web/form";
import { KeySecret } from "./key-secret.tsx";

type Props = {
  action: FormAction<CreateKeyOutcome>;
  members: readonly MemberChoice[];
  memberId: string;
  siteUrl: string;
};

/** Makes a key for an application; the answer shows the secret, once. */
export function CreateKeyForm({ action, members, memberId, siteUrl }: Props) {
  const t = useTranslations("keys");
  const labels = useTranslations("labels.scope");
  const form = useForm(action, {
    labels: { memberId: t("member"), name: t("name"), scopes: t("scopes") },
  });
  const { outcome } = form.state;
  if (outcome?.ok) return <KeySecret secret={outcome.secret} siteUrl={siteUrl} />;
  return (
    <Form form={form} submit={t("createSubmit")} size="md">
      <SelectField
        form={form}
        name="memberId"
        initial={memberId}
        hint={members.length > 1 ? t("memberHint") : undefined}
      >
        <MemberOptions members={members} />
      </SelectField>
      <TextField form={form} name="name" hint={t("nameHint")} autoComplete="off" widthInHan={20} />
      <ChecksField
        form={form}
        name="scopes"
        hint={t("scopesHint")}
        initial={["intake"]}
        options={scopes.map((scope) => ({
          value: scope,
          label: labels(scope),
          hint: t(`scopeHint.${scope}`),
        }))}
      />
    </Form>
  );
}
