import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice";
import { Part } from "#components/ui/part";
import type { RuleNames } from "#lib/desk/load-rules";
import type { Finding } from "#lib/routing/rules/lint";
import { useRuleWords } from "./rule-words.ts";

/** What is wrong with a version of the rules. */
export function Findings({ findings, names }: { findings: readonly Finding[]; names: RuleNames }) {
  const t = useTranslations("desk.rules");
  const { list, memberOf, placeOf, subtopicOf } = useRuleWords(names);
  const named = ({ members = [], divisions = [], subtopics = [], ids = [] }: Finding) =>
    list([...members.map(memberOf), ...divisions.map(placeOf), ...subtopics.map(subtopicOf), ...ids]);
  return (
    <Part title={t("check.title")} className="space-y-3">
      {findings.length === 0 ? (
        <p>{t("check.fine")}</p>
      ) : (
        <Notice tone="warning" live="off">
          <ul className="list-disc space-y-1 ps-5">
            {findings.map((finding) => (
              <li key={`${finding.code} ${finding.priority}`}>
                {t(`check.${finding.code}`, {
                  rule: String(finding.priority ?? ""),
                  names: named(finding),
                })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </Part>
  );
}
