import { useTranslations } from "next-intl";
import { useLocalName } from "#components/claims/local-name.ts";
import { Badge, type BadgeTone } from "#components/ui/badge";
import { DateTime } from "#components/ui/date-time";
import { Part } from "#components/ui/part";
import type { LabelAnswers as Label } from "#lib/distribution/list-label-answers";
import type { LabelOutcome } from "#lib/distribution/vocabulary";

const tones: Record<LabelOutcome, BadgeTone> = {
  labelled: "malachite",
  declined: "ochre",
  "no-match": "outline",
};

/** What platforms made of the labels of a notice, the newest label first. */
export function LabelAnswers({ labels }: { labels: readonly Label[] }) {
  const t = useTranslations("coverage");
  return (
    <Part title={t("labels")} look="text-lg" className="space-y-4">
      {labels.length === 0 ? <p className="text-ink-soft">{t("labelsNone")}</p> : null}
      {labels.map((label) => (
        <OfLabel key={label.id} label={label} />
      ))}
    </Part>
  );
}

function OfLabel({ label }: { label: Label }) {
  const t = useTranslations("coverage");
  const nameOf = useLocalName();
  const { version, action, createdAt, isCurrent, answers, silent } = label;
  return (
    <section className="space-y-1">
      <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-base">
        {t("labelOf", { version })}
        {action === "revoke" ? <Badge tone="vermilion">{t("revoked")}</Badge> : null}
        {isCurrent ? null : <Badge tone="outline">{t("superseded")}</Badge>}
        <span className="font-normal text-ink-soft text-sm">
          <DateTime time={createdAt} />
        </span>
      </h3>
      <ul className="divide-y divide-line border-line border-t">
        {answers.map(({ member, outcome, marked, reason, at }) => (
          <li key={member.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span className="min-w-48 font-medium">{nameOf(member)}</span>
            <Badge tone={tones[outcome]}>
              {t(`outcome.${outcome}`, { count: marked ?? 0, reason: reason ?? "" })}
            </Badge>
            <span className="text-ink-soft text-sm">
              <DateTime time={at} />
            </span>
          </li>
        ))}
        {(isCurrent ? silent : []).map((member) => (
          <li key={member.id} className="flex flex-wrap items-center gap-x-4 py-2">
            <span className="min-w-48 font-medium">{nameOf(member)}</span>
            <span className="text-ink-soft">{t("noAnswer")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
