"use client";

import { useTranslations } from "next-intl";
import { SelectField, TextField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { MemberOptions } from "#components/routing/member-options";
import type { Role } from "#lib/access/roles";
import type { MemberChoice } from "#lib/members/queries";
import type { FormAction } from "#lib/web/form";
import { OneTimeLink } from "./one-time-link.tsx";
import { RolesField } from "./roles-field.tsx";

/** The link is in no other place than this answer. */
export type InvitedOutcome = { ok: true; link: string; name: string };

type Props = {
  action: FormAction<InvitedOutcome>;
  members: readonly MemberChoice[];
  memberId: string;
  offered: readonly Role[];
};

/** Invites somebody to a member; the answer is a link to hand over. */
export function InviteForm({ action, members, memberId, offered }: Props) {
  const t = useTranslations("people.members");
  const form = useForm(action, {
    labels: { memberId: t("member"), name: t("name"), email: t("inviteEmail"), roles: t("roles") },
  });
  const { outcome } = form.state;
  if (outcome) {
    const text = t("invitedText", { name: outcome.name });
    return <OneTimeLink link={outcome.link} title={t("invited")} text={text} label={t("link")} />;
  }
  return (
    <Form form={form} submit={t("inviteSubmit")} size="md">
      <SelectField
        form={form}
        name="memberId"
        initial={memberId}
        hint={members.length > 1 ? t("memberHint") : undefined}
      >
        <MemberOptions members={members} />
      </SelectField>
      <TextField form={form} name="name" autoComplete="off" widthInHan={14} />
      <TextField form={form} name="email" type="email" autoComplete="off" />
      <RolesField form={form} offered={offered} />
    </Form>
  );
}
