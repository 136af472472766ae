"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/desk/disclosure";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { Part } from "#components/ui/part";
import type { FormAction } from "#lib/web/form";
import { OneTimeLink } from "./one-time-link.tsx";

/** The link is in no other place than this answer. */
export type PasswordLinkMade =
  | { ok: true; link: string; name: string }
  | { ok: false; reason: "NOT_A_MEMBER" | "MORE_RIGHTS" };

type Props = { action: FormAction<PasswordLinkMade>; about: { userId: string; memberId: string } };

/** Makes the link with which somebody who has forgotten their password chooses a new one. */
export function PasswordLinkForm({ action, about }: Props) {
  const t = useTranslations("people.members.password");
  const form = useForm(action, { words: { refusals: { MORE_RIGHTS: { detail: t("moreRights") } } } });
  const { outcome } = form.state;
  if (outcome?.ok) {
    return (
      <Part title={t("title")} className="space-y-4">
        <OneTimeLink
          link={outcome.link}
          title={t("made")}
          text={t("madeText", { name: outcome.name })}
          label={t("link")}
        />
      </Part>
    );
  }
  return (
    <Disclosure title={t("title")} open={form.isRefused}>
      <p className="mb-4">{t("lead")}</p>
      <Form form={form} hidden={about} submit={t("submit")} variant="secondary" size="md" />
    </Disclosure>
  );
}
