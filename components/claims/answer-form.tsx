"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/desk/disclosure";
import { AreaField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { RelativeTime } from "#components/ui/relative-time";
import type { RewordOutcome } from "#lib/claims/reword-answer";
import type { Answer } from "#lib/desk/load-answers";
import type { FormAction } from "#lib/web/form";

/** The answer in one language with the versions before it; saving makes a new one. */
export function AnswerForm({ answer, action }: { answer: Answer; action: FormAction<RewordOutcome> }) {
  const t = useTranslations("desk.answers");
  const { closing, language, number, text, versions } = answer;
  const form = useForm(action, { labels: { text: t(`language.${language}`) }, isKept: true });
  return (
    <div>
      <Form
        form={form}
        hidden={{ closing, language, number }}
        submit={t("submit")}
        variant="secondary"
        done={t("done")}
      >
        <AreaField key={number} form={form} name="text" initial={text} limit={500} rows={4} lang={language} />
      </Form>
      <p className="mt-2 text-ink-soft text-sm">{number === 0 ? t("builtIn") : t("version", { number })}</p>
      {versions.length > 0 ? (
        <Disclosure title={t("versions", { count: versions.length })} isQuiet>
          <ol className="space-y-3">
            {versions.map((version) => (
              <li key={version.number} className="border-line border-s-2 ps-3">
                <p className="flex flex-wrap gap-x-3 text-ink-soft">
                  <span>{t("version", { number: version.number })}</span>
                  <span>{version.wordedBy.name}</span>
                  <RelativeTime time={version.at} />
                </p>
                <p lang={language} className="whitespace-pre-wrap">
                  {version.text}
                </p>
              </li>
            ))}
          </ol>
        </Disclosure>
      ) : null}
    </div>
  );
}
