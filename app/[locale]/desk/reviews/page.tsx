import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "#components/desk/live-refresh.ts";
import { ReviewList } from "#components/editorial/review-list";
import { listReviews } from "#lib/editorial/queries";
import { mapMembers } from "#lib/members/queries";
import { livePosition } from "#lib/web/live/page-facts";
import { requireActor } from "#lib/web/next/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("editorial.review"))("listTitle") };
}

export default async function ReviewsPage() {
  const actor = await requireActor("review.list");
  const [since, rows] = [livePosition(), await listReviews(actor)];
  return (
    <>
      <ReviewList rows={rows} members={await mapMembers(rows.map(({ memberId }) => memberId))} />
      <LiveRefresh since={since} types={["draft.", "review.", "correction.", "debunk."]} />
    </>
  );
}
