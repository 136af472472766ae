import { useTranslations } from "next-intl";
import { useLocalName } from "#components/claims/local-name.ts";
import { VerdictBadge } from "#components/publishing/verdict-badge";
import { RelativeTime } from "#components/ui/relative-time";
import type { Investigation } from "#lib/investigation/queries";

type Finding = Investigation["findings"][number];
type Props = { findings: readonly Finding[]; people: ReadonlyMap<string, string> };

/** The verdict that counts, with those that it replaced folded away. */
export function FindingList({ findings: [latest, ...earlier], people }: Props) {
  const t = useTranslations("desk.finding");
  if (!latest) return null;
  return (
    <>
      <FindingItem finding={latest} people={people} />
      {earlier.length > 0 ? (
        <details className="mt-3">
          <summary>{t("earlier", { count: earlier.length })}</summary>
          {earlier.map((finding) => (
            <div key={finding.id} className="mt-3 border-line border-s-3 ps-4">
              <FindingItem finding={finding} people={people} />
            </div>
          ))}
        </details>
      ) : null}
    </>
  );
}

function FindingItem({ finding, people }: { finding: Finding; people: Props["people"] }) {
  const t = useTranslations("desk.finding");
  const nameOf = useLocalName();
  return (
    <div className="space-y-2">
      <VerdictBadge verdict={finding.verdict} />
      <ol className="list-decimal ps-6">
        {finding.keyPoints.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ol>
      <p className="whitespace-pre-wrap text-sm">
        <span className="text-ink-soft">{t("howWeKnow")}</span> {finding.howWeKnow}
      </p>
      <p className="flex flex-wrap gap-x-3 text-ink-soft text-sm">
        <span>
          {people.has(finding.foundById) ? `${people.get(finding.foundById)} · ` : ""}
          {nameOf(finding.member)}
        </span>
        <RelativeTime time={finding.foundAt} />
      </p>
    </div>
  );
}
