import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReviewList } from "#components/editorial/review-list";
import { listReviews } from "#lib/editorial/queries";
import { mapMembers } from "#lib/members/queries";
import { requireActor } from "#lib/web/next/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("editorial.review"))("listTitle") };
}

export default async function ReviewsPage() {
  const actor = await requireActor("review.list");
  const rows = await listReviews(actor);
  return <ReviewList rows={rows} members={await mapMembers(rows.map(({ memberId }) => memberId))} />;
}
