import { getTranslations } from "next-intl/server";
import { DraftEditor } from "#components/editorial/draft-editor";
import { DraftHeading } from "#components/editorial/draft-heading";
import { PastReviews } from "#components/editorial/past-reviews";
import { WritingDesk } from "#components/editorial/writing-desk";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import type { Actor } from "#lib/access/actor";
import type { ClaimView } from "#lib/claims/queries";
import type { DraftView } from "#lib/editorial/queries";
import { saveDraftAction } from "../actions.ts";
import { loadNames, loadWriting } from "../writing.ts";

type Props = { actor: Actor; claim: ClaimView; draft: DraftView; done: string | undefined };

/** A text before its writer. */
export async function Editing({ actor, claim, draft, done }: Props) {
  const t = await getTranslations("editorial.draft");
  const { investigation, sources } = await loadWriting(actor, claim.id, draft.memberId);
  const names = await loadNames(draft);
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
        action={saveDraftAction}
        claimId={claim.id}
        draftId={draft.id}
        baseVersion={draft.latestVersion}
        content={content}
        sources={sources}
        gate={draft.gate.filter((problem) => problem !== "reviews-missing")}
        storageKey={`draft-text ${actor.userId} ${claim.id}`}
        done={done === "saved" || done === "unready" ? done : undefined}
      />
    </WritingDesk>
  );
}

const emptyPoint = { text: "", evidenceIds: [] };
