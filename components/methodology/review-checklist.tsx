import { useMessages, useTranslations } from "next-intl";
import { checklists, type ReviewStage } from "#lib/editorial/status";

/** What the reviewer of a stage confirms before approving. */
export function ReviewChecklist({ stage }: { stage: ReviewStage }) {
  const t = useTranslations("labels.reviewStage");
  const words: Record<string, string> = useMessages().public.methodology.reviews.items;
  return (
    <>
      <h3>{t(stage)}</h3>
      <ul>
        {checklists[stage].map((item) => (
          <li key={item}>{words[item] ?? item}</li>
        ))}
      </ul>
    </>
  );
}
