import { useTranslations } from "next-intl";
import { Page } from "#components/ui/page";
import { Part } from "#components/ui/part";
import type { RewordOutcome } from "#lib/claims/reword-answer";
import { closings } from "#lib/claims/status";
import type { Answer } from "#lib/desk/load-answers";
import type { FormAction } from "#lib/web/form";
import { AnswerForm } from "./answer-form.tsx";

type Props = { answers: readonly Answer[]; action: FormAction<RewordOutcome> };

/** What those who asked read when their claim is closed, in each language, to be worded by the desk. */
export function AnswerTexts({ answers, action }: Props) {
  const t = useTranslations("desk.answers");
  const labels = useTranslations("labels.claimStatus");
  return (
    <Page title={t("title")} width="form">
      <p className="text-ink-soft">{t("lead")}</p>
      {closings.map((closing) => (
        <Part
          key={closing}
          title={labels(closing)}
          look="text-lg"
          className="space-y-6 border-line border-t pt-5"
        >
          {answers
            .filter((answer) => answer.closing === closing)
            .map((answer) => (
              <AnswerForm key={answer.language} answer={answer} action={action} />
            ))}
        </Part>
      ))}
    </Page>
  );
}
