import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "#components/ui/notice";
import type { ClaimView } from "#lib/claims/queries";
import type { DraftView } from "#lib/editorial/queries";
import type { Investigation } from "#lib/investigation/queries";
import { CompareForm } from "./compare-form.tsx";
import { DraftHeading } from "./draft-heading.tsx";
import { DraftReading } from "./draft-reading.tsx";
import { type Names, PastReviews } from "./past-reviews.tsx";

type Props = {
  claim: ClaimView;
  draft: DraftView;
  against: number | null;
  investigation: Investigation;
  names: Names;
  /** What was just done with it. */
  done?: "sent" | undefined;
  /** What the reader can do with it now. */
  decision: ReactNode;
};

/** A text in review: the words and their evidence, what came of it so far, and the decision. */
export function DraftReview({ claim, draft, against, investigation, names, done, decision }: Props) {
  const t = useTranslations("editorial.draft");
  const [latest] = draft.versions;
  const before = draft.versions.find(({ number }) => number === against)?.content ?? null;
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_24rem] elder:lg:grid-cols-1">
      <div className="min-w-0 space-y-6">
        <DraftHeading claim={claim} title={t("readTitle")} draft={draft} />
        {done === "sent" ? <Notice tone="success">{t("sent")}</Notice> : null}
        <CompareForm draft={draft} against={against} />
        {latest ? (
          <DraftReading content={latest.content} before={before} evidence={investigation.evidence} />
        ) : null}
      </div>
      <aside className="min-w-0 space-y-8">
        {decision}
        <PastReviews draft={draft} names={names} />
      </aside>
    </div>
  );
}
