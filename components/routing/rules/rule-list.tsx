import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { RuleNames } from "#lib/desk/load-rules";
import type { Rule } from "#lib/routing/rules/schema";
import { useRuleWords } from "./rule-words.ts";

type Props = {
  rules: readonly Rule[];
  names: RuleNames;
  /** What can be done with a rule. */
  deeds?: (rule: Rule) => ReactNode;
};

/** Rules as sentences, in the order in which they are asked. */
export function RuleList({ rules, names, deeds }: Props) {
  const t = useTranslations("desk.rules");
  const { sentenceOf } = useRuleWords(names);
  if (rules.length === 0) return <p className="text-ink-soft">{t("none")}</p>;
  return (
    <ol className="divide-y divide-line border-line border-y">
      {rules.map((rule) => {
        const days = [
          rule.validFrom ? t("validFrom", { day: rule.validFrom }) : [],
          rule.validTo ? t("validTo", { day: rule.validTo }) : [],
        ].flat();
        const about = [...days, rule.note].filter(Boolean).join(t("comma"));
        return (
          <li key={rule.id} className="flex flex-wrap items-start gap-x-4 gap-y-1 py-2.5">
            <span className="w-16 shrink-0 text-ink-soft text-sm leading-loose tabular-nums elder:w-24">
              {rule.priority}
            </span>
            <div className="min-w-0 flex-1 basis-64">
              <p>{sentenceOf(rule)}</p>
              {about ? <p className="text-ink-soft text-sm">{about}</p> : null}
            </div>
            {deeds?.(rule)}
          </li>
        );
      })}
    </ol>
  );
}
