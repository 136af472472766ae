import { useTranslations } from "next-intl";
import { PressForm } from "#components/desk/decision-forms";
import { DateTime } from "#components/ui/date-time";
import type { RosterRow } from "#lib/desk/load-roster";
import type { FormAction } from "#lib/web/form";

type Props = {
  rows: readonly RosterRow[];
  words: "leave" | "duty";
  /** What the action calls the row. */
  name: string;
  endAction: FormAction;
};

/** Duty or leave ahead, each to be ended by whoever may. */
export function RosterRows({ rows, words, name, endAction }: Props) {
  const t = useTranslations("people.roster");
  if (rows.length === 0) return <p className="text-ink-soft">{t(`${words}.empty`)}</p>;
  return (
    <ul className="divide-y divide-line border-line border-y">
      {rows.map(({ id, person, from, until, deputy, mayEnd }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
          <span className="min-w-0">
            <span className="font-semibold">{person.name}</span> <DateTime time={from} dateOnly />
            {from.getTime() === until.getTime() ? null : (
              <>
                {t("until")}
                <DateTime time={until} dateOnly />
              </>
            )}
            {deputy ? <span className="text-ink-soft"> {t("standsIn", { name: deputy.name })}</span> : null}
          </span>
          {mayEnd ? (
            <PressForm
              action={endAction}
              hidden={{ [name]: id }}
              submit={
                <>
                  {t(`${words}.end`)} <span className="sr-only">{person.name}</span>
                </>
              }
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}
