import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "#components/ui/link";
import { Page } from "#components/ui/page";
import { Part } from "#components/ui/part";
import type { RulesPage, RuleVersion } from "#lib/desk/load-rules";
import { Findings } from "./findings.tsx";
import { RuleList } from "./rule-list.tsx";
import { VersionFacts } from "./version-facts.tsx";

type Props = {
  data: RulesPage;
  draftForm: ReactNode;
  rollBackForm: (version: RuleVersion) => ReactNode;
};

/** The rules that are active, what is wrong with them, and all versions. */
export function RoutingPage({ data, draftForm, rollBackForm }: Props) {
  const t = useTranslations("desk.rules");
  const { active, versions, names, findings, people, mayManage } = data;
  return (
    <Page title={t("title")} intro={t("lead")} width="text">
      <Part title={t("active", { number: active.number })} className="space-y-4">
        <VersionFacts version={active} people={people} />
        <RuleList rules={active.rules} names={names} />
        {mayManage ? draftForm : null}
      </Part>
      <Findings findings={findings} names={names} />
      <Part title={t("versions")} className="space-y-3">
        <ul className="divide-y divide-line border-line border-y">
          {versions.map((version) => (
            <li key={version.id} className="space-y-1 py-3">
              <h3 className="text-base">
                <Link
                  href={`/desk/routing/${version.id}`}
                  aria-label={t("openOf", { number: version.number })}
                >
                  {t("version", { number: version.number })}
                </Link>
              </h3>
              <VersionFacts version={version} people={people} />
              {mayManage && version.status === "retired" && version.activatedAt
                ? rollBackForm(version)
                : null}
            </li>
          ))}
        </ul>
      </Part>
    </Page>
  );
}
