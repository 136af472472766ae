import { Circle, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button";
import { Link } from "#components/ui/link";
import { Page } from "#components/ui/page";
import type { FirstStep } from "#lib/desk/first-steps";

/** Where a step is taken; the first two are settings of whoever runs the machine. */
const places = {
  moderators: "/desk/members/invite",
  reviewers: "/desk/members/invite",
  members: "/desk/members/invite",
  endpoints: "/desk/endpoints",
} as const;

const isPlace = (step: FirstStep["step"]): step is keyof typeof places => Object.hasOwn(places, step);

type Props = { steps: readonly FirstStep[]; onward: string };

/** What an installation needs before its first notice; what is there is ticked off by itself. */
export function FirstStepsPage({ steps, onward }: Props) {
  const t = useTranslations("people.firstSteps");
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <Page title={t("title")} intro={t("lead")} width="text">
      <p>{t("progress", { done, all: steps.length })}</p>
      <ol className="divide-y divide-line border-line border-y">
        {steps.map(({ step, isDone }) => {
          const Icon = isDone ? CircleCheck : Circle;
          return (
            <li key={step} className="flex gap-3 py-3">
              <Icon
                aria-hidden
                className={`mt-1 size-[1.2em] shrink-0 ${isDone ? "text-malachite" : "text-ink-soft"}`}
              />
              <div className="min-w-0 space-y-1">
                <h2 className="text-base">
                  {t(`step.${step}.title`)}
                  <span className="ms-2 font-normal text-ink-soft text-sm">
                    {t(isDone ? "done" : "open")}
                  </span>
                </h2>
                {isDone ? null : <p className="text-ink-soft text-sm">{t(`step.${step}.text`)}</p>}
                {isPlace(step) && !isDone ? (
                  <Link href={places[step]}>{t(`step.${step}.action`)}</Link>
                ) : null}
              </div>
            </li>
          );
        })}
      </ol>
      <ButtonLink href={onward} variant={done === steps.length ? "primary" : "secondary"}>
        {t("onward")}
      </ButtonLink>
    </Page>
  );
}
