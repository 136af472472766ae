"use client";

import { useTranslations } from "next-intl";
import { useFieldWords } from "#components/access/field-words";
import { TextField } from "#components/access/form-fields";
import { FormProblems } from "#components/access/form-problems";
import { useActionForm } from "#components/access/use-action-form";
import { MemberOptions } from "#components/routing/member-options";
import { Checkbox } from "#components/ui/checkbox";
import { Field, FieldGroup } from "#components/ui/field";
import { Select } from "#components/ui/select";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/access/action-state";
import { scopes } from "#lib/access/scopes";
import type { CreateKeyOutcome } from "#lib/members/create-key";
import type { CreateKey } from "#lib/members/key-schema";
import type { MemberChoice } from "#lib/members/queries";
import { KeyRefusal } from "./key-refusal.tsx";
import { KeySecret } from "./key-secret.tsx";

type Props = {
  action: FormAction<CreateKeyOutcome>;
  members: readonly MemberChoice[];
  memberId: string;
  limit: number;
  siteUrl: string;
};

/** Makes a key for an application; the answer shows the secret, once. */
export function CreateKeyForm({ action, members, memberId, limit, siteUrl }: Props) {
  const t = useTranslations("keys");
  const scopeLabel = useTranslations("labels.scope");
  const words = useFieldWords();
  const { state, form, fields, formProps } = useActionForm<CreateKey, CreateKeyOutcome>("key", action, {
    memberId,
  });
  if (state.outcome?.ok) return <KeySecret secret={state.outcome.secret} siteUrl={siteUrl} />;
  const labels = { memberId: t("member"), name: t("name"), scopes: t("scopes") };
  const typed = fields.scopes.initialValue;
  const ticked: readonly unknown[] = state.result === null ? ["intake"] : [typed ?? []].flat();
  return (
    <form {...formProps} className="space-y-6">
      <FormProblems form={form} labels={labels} />
      <KeyRefusal refused={state.refused} outcome={state.outcome} limit={limit} />
      <Field
        id={fields.memberId.id}
        label={labels.memberId}
        hint={members.length > 1 ? t("memberHint") : undefined}
        error={words(fields.memberId.errors)}
      >
        {(control) => (
          <Select name={fields.memberId.name} defaultValue={fields.memberId.initialValue} {...control}>
            <MemberOptions members={members} />
          </Select>
        )}
      </Field>
      <TextField
        field={fields.name}
        label={labels.name}
        hint={t("nameHint")}
        autoComplete="off"
        widthInHan={20}
      />
      <FieldGroup
        id={fields.scopes.id}
        label={labels.scopes}
        hint={t("scopesHint")}
        error={words(fields.scopes.errors)}
      >
        {scopes.map((scope) => (
          <Checkbox
            key={scope}
            id={`${fields.scopes.id}-${scope}`}
            name={fields.scopes.name}
            value={scope}
            defaultChecked={ticked.includes(scope)}
            label={scopeLabel(scope)}
            hint={t(`scopeHint.${scope}`)}
          />
        ))}
      </FieldGroup>
      <SubmitButton>{t("createSubmit")}</SubmitButton>
    </form>
  );
}
