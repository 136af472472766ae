import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MatchingPage } from "#components/matching/matching-page";
import { measureMatching } from "#lib/claims/reports/measure-matching";
import { periodSchema } from "#lib/claims/schema";
import { requireActor } from "#lib/web/next/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matching.page"))("title") };
}

export default async function Page({ searchParams }: { searchParams: Promise<{ days?: string }> }) {
  const actor = await requireActor("match.read");
  const { data: period } = periodSchema.safeParse(await searchParams);
  if (!period) notFound();
  return <MatchingPage days={period.days} figures={await measureMatching(actor, period)} />;
}
