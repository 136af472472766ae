import { useTranslations } from "next-intl";
import { ChooseForm } from "#components/ui/choose-form";
import { Link } from "#components/ui/link";
import { Part } from "#components/ui/part";
import type { RuleNames } from "#lib/desk/load-rules";
import type { DryRun } from "#lib/routing/rules/dry-run";
import { useRuleWords } from "./rule-words.ts";

/** So many claims are named. */
const SHOWN = 50;

/** What a version would have changed for the claims of the last month; asked for by an address, so that it needs no scripts. */
export function Comparison({ comparison, names }: { comparison: DryRun | null; names: RuleNames }) {
  const t = useTranslations("desk.rules.compare");
  const { list, memberOf } = useRuleWords(names);
  const told = (ids: readonly string[]) => (ids.length > 0 ? list(ids.map(memberOf)) : t("nobody"));
  return (
    <Part title={t("title")} lead={t("lead")} className="space-y-3" id="compare">
      {comparison ? (
        <>
          <p className="font-medium">
            {comparison.changed.length === 0
              ? t("none", { count: comparison.compared })
              : t("some", { count: comparison.compared, changed: comparison.changed.length })}{" "}
            {comparison.isCut ? t("cut", { count: comparison.compared }) : null}{" "}
            {comparison.changed.length > SHOWN ? t("shown", { count: SHOWN }) : null}
          </p>
          <ul className="space-y-3">
            {comparison.changed.slice(0, SHOWN).map(({ id, number, wording, differences }) => (
              <li key={id}>
                <Link href={`/desk/claims/${id}`}>
                  #{number} {wording}
                </Link>
                <ul className="text-sm">
                  {differences.map(({ part, before, after }) => (
                    <li key={part}>
                      {t("change", { part: t(`part.${part}`), before: told(before), after: told(after) })}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <ChooseForm submit={t("submit")} kept={{ compare: "1" }}>
          {null}
        </ChooseForm>
      )}
    </Part>
  );
}
