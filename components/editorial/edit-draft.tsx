import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import type { DraftInHand } from "#lib/desk/load-draft-page";
import type { FormAction } from "#lib/web/form";
import { DraftEditor, type SaveDraftOutcome } from "./draft-editor.tsx";
import { DraftHeading } from "./draft-heading.tsx";
import { PastReviews } from "./past-reviews.tsx";
import { WritingDesk } from "./writing-desk.tsx";

type Props = { page: DraftInHand; done: string | undefined; action: FormAction<SaveDraftOutcome> };

/** A text before its writer. */
export function EditDraft({ page, done, action }: Props) {
  const t = useTranslations("editorial.draft");
  const { claim, draft, investigation, sources, names, storageKey } = page;
  const [latest] = draft.versions;
  if (!latest) return null;
  const content =
    latest.content.points.length > 0 ? latest.content : { ...latest.content, points: [emptyPoint] };
  return (
    <WritingDesk
      heading={<DraftHeading claim={claim} title={t("editTitle")} draft={draft} />}
      investigation={investigation}
    >
      {draft.status === "writing" ? null : (
        <Notice tone="warning" live="off">
          <p>{t("inReview")}</p>
          <Link href={`/desk/drafts/${draft.id}`}>{t("keepReading")}</Link>
        </Notice>
      )}
      {draft.reviews.length > 0 ? <PastReviews draft={draft} names={names} /> : null}
      <DraftEditor
        action={action}
        claimId={claim.id}
        draftId={draft.id}
        baseVersion={draft.latestVersion}
        content={content}
        sources={sources}
        gate={draft.gate.filter((problem) => problem !== "reviews-missing")}
        details={draft.details.open}
        storageKey={storageKey}
        done={done === "saved" || done === "unready" ? done : undefined}
      />
    </WritingDesk>
  );
}

const emptyPoint = { text: "", evidenceIds: [] };
