import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RosterPage } from "#components/people/roster-page";
import { loadRosterPage } from "#lib/desk/load-roster";
import { orPageError } from "#lib/web/next/page-error";
import { requireActor } from "#lib/web/next/session";
import { endDutyAction, endLeaveAction, giveDutyAction, takeLeaveAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.roster"))("title") };
}

type Props = { searchParams: Promise<{ member?: string | string[] }> };

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor("roster.read");
  const { member } = await searchParams;
  return (
    <RosterPage
      data={await orPageError(loadRosterPage(actor, [member].flat()[0]))}
      actions={{ takeLeaveAction, endLeaveAction, giveDutyAction, endDutyAction }}
    />
  );
}
