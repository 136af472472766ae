import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice";
import type { DraftToRead } from "#lib/desk/load-draft-page";
import { CompareForm } from "./compare-form.tsx";
import { type DecisionActions, DraftDecision } from "./draft-decision.tsx";
import { DraftHeading } from "./draft-heading.tsx";
import { DraftReading } from "./draft-reading.tsx";
import { KeptDetails } from "./kept-details.tsx";
import { PastReviews } from "./past-reviews.tsx";
import { ReaderFrame, type Reading, Readings } from "./reader-frame.tsx";

type Props = {
  page: DraftToRead;
  done: string | undefined;
  /** How it is looked at. */
  reading: Reading;
  actions: DecisionActions;
};

/** A text in review: the words and their evidence, what came of it so far, and the decision. */
export function DraftReview({ page, done, reading, actions }: Props) {
  const t = useTranslations("editorial.draft");
  const { claim, draft, against, investigation, names } = page;
  const [latest] = draft.versions;
  const before = draft.versions.find(({ number }) => number === against)?.content ?? null;
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_24rem] elder:lg:grid-cols-1">
      <div className="min-w-0 space-y-6">
        <DraftHeading claim={claim} title={t("readTitle")} draft={draft} />
        {done === "sent" ? <Notice tone="success">{t("sent")}</Notice> : null}
        <Readings draftId={draft.id} reading={reading} />
        {reading === "words" ? <CompareForm draft={draft} against={against} /> : null}
        {reading === "words" && latest ? (
          <DraftReading content={latest.content} before={before} evidence={investigation.evidence} />
        ) : null}
        {reading !== "words" && latest ? <ReaderFrame draftId={draft.id} reading={reading} /> : null}
      </div>
      <aside className="min-w-0 space-y-8">
        <DraftDecision page={page} actions={actions} />
        <KeptDetails kept={draft.details.kept} people={names.people} />
        <PastReviews draft={draft} names={names} />
      </aside>
    </div>
  );
}
