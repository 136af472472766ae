import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "#components/desk/live-refresh.ts";
import { ClocksPage } from "#components/routing/clocks-page";
import { clockFilterSchema, listClocks } from "#lib/desk/list-clocks";
import { livePosition } from "#lib/web/live/page-facts";
import { requireActor } from "#lib/web/next/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.clocks"))("title") };
}

export default async function Page({ searchParams }: { searchParams: Promise<object> }) {
  const actor = await requireActor("clock.list");
  const chosen = Object.entries(await searchParams).filter(([, value]) => value !== "");
  const { data: filter } = clockFilterSchema.safeParse(Object.fromEntries(chosen));
  if (!filter) notFound();
  const since = livePosition();
  return (
    <>
      <ClocksPage filter={filter} page={await listClocks(actor, filter)} />
      <LiveRefresh since={since} types={["clock.", "claim.", "assignment."]} />
    </>
  );
}
