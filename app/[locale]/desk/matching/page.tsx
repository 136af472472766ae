import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MatchingPage } from "#components/matching/matching-page";
import { requireActor } from "#lib/access/session";
import { measureMatching } from "#lib/claims/measure-matching";
import { periodSchema } from "#lib/claims/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matching.page"))("title") };
}

export default async function Page({ searchParams }: { searchParams: Promise<{ days?: string }> }) {
  const actor = await requireActor("match.read");
  const { data: period } = periodSchema.safeParse(await searchParams);
  if (!period) notFound();
  return <MatchingPage days={period.days} figures={await measureMatching(actor, period)} />;
}
