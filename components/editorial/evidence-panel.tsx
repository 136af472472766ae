import { useTranslations } from "next-intl";
import { Part } from "#components/ui/part";
import type { Investigation } from "#lib/investigation/queries";
import { EvidenceNote } from "./evidence-note.tsx";

type Props = Pick<Investigation, "evidence" | "replies">;

/** Everything that was found about the claim, beside the text that is written from it. */
export function EvidencePanel({ evidence, replies }: Props) {
  const t = useTranslations("editorial.draft");
  const outcome = useTranslations("labels.replyOutcome");
  const usable = evidence.filter(({ withdrawnAt }) => withdrawnAt === null);
  return (
    <Part title={t("evidence")} look="text-lg" className="space-y-3">
      {usable.length === 0 ? <p className="text-ink-soft">{t("evidenceEmpty")}</p> : null}
      <ol className="space-y-2">
        {usable.map((each, at) => (
          <li key={each.id}>
            <EvidenceNote evidence={each} number={at + 1} />
          </li>
        ))}
      </ol>
      <h3 className="text-base">{t("replies")}</h3>
      {replies.length === 0 ? <p className="text-ink-soft text-sm">{t("repliesEmpty")}</p> : null}
      <ul className="space-y-2 text-sm">
        {replies.map(({ id, organisation, outcome: came, reply }) => (
          <li key={id} className="rounded-sm border border-line bg-surface px-3 py-2">
            <span className="font-medium">{organisation}</span> · {outcome(came)}
            {reply ? <p className="mt-1 text-ink-soft">{reply}</p> : null}
          </li>
        ))}
      </ul>
    </Part>
  );
}
