import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { VerdictBadge } from "#components/publishing/verdict-badge";
import type { CitedEvidence } from "#lib/desk/load-writing";
import { difference, hasChanged, pointChanges } from "#lib/editorial/difference";
import type { DraftContent } from "#lib/editorial/status";
import { ChangedText } from "./changed-text.tsx";
import { EvidenceNote } from "./evidence-note.tsx";

type Props = {
  content: DraftContent;
  /** The version that it is compared with. */
  before: DraftContent | null;
  evidence: readonly CitedEvidence[];
};

/** A text as its reviewers read it: what changed in it, and beside every sentence the evidence that supports it. */
export function DraftReading({ content, before, evidence }: Props) {
  const t = useTranslations("editorial.draft");
  const locale = useLocale();
  const changed = (
    part: "title" | "titleEn" | "summary" | "claimed" | "howWeKnow" | "advice" | "organisation",
  ) => {
    const pieces = before
      ? difference(before[part], content[part])
      : difference(content[part], content[part]);
    return content[part] || hasChanged(pieces) ? <ChangedText pieces={pieces} /> : null;
  };
  return (
    <div className="space-y-6">
      <Part title={t("title")}>
        <span className="font-serif text-xl">{changed("title")}</span>
      </Part>
      <Part title={t("titleEn")} lang="en">
        {changed("titleEn")}
      </Part>
      <Part title={t("verdict")} lang={locale}>
        <span className="flex flex-wrap items-center gap-3">
          {before && before.verdict !== content.verdict ? (
            <del>
              <VerdictBadge verdict={before.verdict} size="sm" />
            </del>
          ) : null}
          <VerdictBadge verdict={content.verdict} />
        </span>
      </Part>
      <Part title={t("summary")}>{changed("summary")}</Part>
      <Part title={t("claimed")}>{changed("claimed")}</Part>
      <ReadPoints content={content} before={before} evidence={evidence} />
      <Part title={t("howWeKnow")}>{changed("howWeKnow")}</Part>
      <Part title={t("advice")}>{changed("advice")}</Part>
      {content.organisation || before?.organisation ? (
        <Part title={t("organisation")}>
          {changed("organisation")}
          {content.criticises ? (
            <span className="block text-ink-soft text-sm" lang={locale}>
              {t("criticises")}
            </span>
          ) : null}
        </Part>
      ) : null}
      {content.noPrivatePerson ? <p className="text-ink-soft text-sm">✓ {t("noPrivatePerson")}</p> : null}
    </div>
  );
}

function Part({ title, lang = "zh-CN", children }: { title: string; lang?: string; children: ReactNode }) {
  const t = useTranslations("editorial.draft");
  return (
    <section>
      <h2 className="text-ink-soft text-sm">{title}</h2>
      <div lang={lang} className="measure mt-0.5">
        {children ?? <span className="text-ink-soft">{t("empty")}</span>}
      </div>
    </section>
  );
}

function ReadPoints({ content, before, evidence }: Props) {
  const t = useTranslations("editorial");
  const numbered = new Map(evidence.map((each, at) => [each.id, { evidence: each, number: at + 1 }]));
  return (
    <section>
      <h2 className="text-ink-soft text-sm">{t("draft.points")}</h2>
      <ol className="mt-1 divide-y divide-line border-line border-y">
        {pointChanges(before?.points ?? null, content.points).map(({ pieces, point }) => {
          const cited = (point?.evidenceIds ?? []).flatMap((id) => numbered.get(id) ?? []);
          return (
            <li
              key={`${point ? "kept" : "dropped"} ${pieces.map(({ text }) => text).join("")}`}
              className="grid gap-3 py-4 md:grid-cols-2 elder:md:grid-cols-1"
            >
              <div>
                {point ? null : <p className="text-ink-soft text-sm">{t("review.removedPoint")}</p>}
                <ChangedText pieces={pieces} />
              </div>
              {point ? (
                <div className="space-y-2">
                  <h3 className="sr-only">{t("review.supports")}</h3>
                  {cited.length === 0 ? (
                    <p className="text-ink-soft text-sm">{t("review.unsupported")}</p>
                  ) : null}
                  {cited.map((each) => (
                    <EvidenceNote key={each.evidence.id} {...each} />
                  ))}
                </div>
              ) : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
