"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use } from "react";
import { Disclosure } from "#components/desk/disclosure";
import { AreaField, TextField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import type { FormAction } from "#lib/web/form";

/** What is ticked where the form came back without scripts; null where nothing can be split off. */
const TickedContext = createContext<readonly string[] | null>(null);

/** The reports have forms of their own: their boxes belong to this one by its name. */
const FORM = "split";

/** Chooses a report to leave the claim with others. */
export function SelectReport({ reportId }: { reportId: string }) {
  const t = useTranslations("desk.split");
  const ticked = use(TickedContext);
  if (!ticked) return null;
  return (
    <label className="float-end -m-2 inline-flex min-h-11 min-w-11 cursor-pointer items-start justify-center p-2.5">
      <input
        type="checkbox"
        form={FORM}
        name="reportIds"
        value={reportId}
        defaultChecked={ticked.includes(reportId)}
        className="size-[1.25em] cursor-pointer accent-azurite"
      />
      <span className="sr-only">{t("select")}</span>
    </label>
  );
}

type Props = { action: FormAction; claimId: string; version: number; children: ReactNode };

/** The reports of a claim, of which some can become a claim of their own. */
export function SplitReports({ action, claimId, version, children }: Props) {
  const t = useTranslations("desk.split");
  const form = useForm(action, {
    version,
    labels: { reportIds: t("reports"), wording: t("wording"), reason: t("reason") },
    words: { problems: { "reportIds.required": t("nothing") } },
  });
  return (
    <TickedContext value={form.state.typed?.reportIds ?? []}>
      {children}
      <div className="mt-4">
        <Disclosure title={t("open")} shortcut="s" boxes="reportIds" open={form.isRefused}>
          <p id={form.field("reportIds").id} tabIndex={-1} className="mb-3 text-ink-soft text-sm">
            {t("hint")}
          </p>
          <Form form={form} id={FORM} hidden={{ claimId }} submit={t("submit")}>
            <AreaField form={form} name="wording" hint={t("wordingHint")} rows={2} optional />
            <TextField form={form} name="reason" initial={t("reasonText")} />
          </Form>
        </Disclosure>
      </div>
    </TickedContext>
  );
}
