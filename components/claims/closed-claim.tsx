"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/desk/disclosure";
import { TextField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { Link } from "#components/ui/link";
import type { ClaimView } from "#lib/claims/queries";
import { noticeHref } from "#lib/i18n/addresses";
import type { FormAction } from "#lib/web/form";
import { UndoForm } from "./undo-form.tsx";

type Props = { action: FormAction; claimId: string; version: number; claim: ClaimView };

/** How the claim ended, and the way back. */
export function ClosedClaim({ action, claimId, version, claim }: Props) {
  const t = useTranslations("desk.closed");
  const labels = useTranslations("labels");
  const form = useForm(action, { version, labels: { reason: t("reason") } });
  const { mergedInto, answeredBy, closingChannel, closingNote } = claim;
  return (
    <section aria-labelledby="closed" className="space-y-3">
      <div className="rounded border border-line bg-surface p-4">
        <h3 id="closed">{labels(`claimStatus.${claim.status}`)}</h3>
        {mergedInto ? (
          <p>
            <Link href={`/desk/claims/${mergedInto.id}`}>#{mergedInto.number}</Link>{" "}
            <span lang="zh-CN">{mergedInto.wording}</span>
          </p>
        ) : null}
        {answeredBy ? (
          <p lang="zh-CN">
            <Link href={noticeHref(answeredBy.slug)}>{answeredBy.title}</Link>
          </p>
        ) : null}
        {closingChannel ? <p>{labels(`channelName.${closingChannel}`)}</p> : null}
        {closingNote ? <p className="mt-1 whitespace-pre-wrap text-ink-soft text-sm">{closingNote}</p> : null}
      </div>
      <UndoForm
        action={action}
        claimId={claimId}
        version={version}
        reason={t("undoReason")}
        label={t("undo")}
        shortcut="u"
      />
      <Disclosure title={t("reopen")} open={form.isRefused}>
        <Form form={form} hidden={{ claimId }} submit={t("reopenSubmit")}>
          <TextField form={form} name="reason" />
        </Form>
      </Disclosure>
    </section>
  );
}
