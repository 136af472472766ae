"use client";

import { useTranslations } from "next-intl";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import type { TestBrowserOutcome } from "#lib/alerts/test-browser";
import type { FormAction } from "#lib/web/form";

type About = { browserId: string; name: string };

/** Sends a message to a browser at once. */
export function TestBrowser({ action, browserId, name }: About & { action: FormAction<TestBrowserOutcome> }) {
  const t = useTranslations("alerts.set");
  const form = useForm(action, {
    words: {
      refusals: { BROWSER_GONE: { detail: t("BROWSER_GONE") }, NOT_TAKEN: { detail: t("NOT_TAKEN") } },
    },
  });
  return (
    <Form
      form={form}
      hidden={{ browserId }}
      variant="secondary"
      submit={<Words verb={t("test")} name={name} />}
      done={t("tested")}
    />
  );
}

/** Ends what is pushed to a browser. */
export function RemoveBrowser({ action, browserId, name }: About & { action: FormAction }) {
  const t = useTranslations("alerts.set");
  const form = useForm(action);
  return (
    <Form
      form={form}
      hidden={{ browserId }}
      variant="secondary"
      submit={<Words verb={t("remove")} name={name} />}
    />
  );
}

const Words = ({ verb, name }: { verb: string; name: string }) => (
  <>
    {verb} <span className="sr-only">{name}</span>
  </>
);
