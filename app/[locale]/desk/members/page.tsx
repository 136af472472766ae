import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PeoplePage } from "#components/people/people-page";
import { can, canEverywhere } from "#lib/access/can";
import { findFirstSteps } from "#lib/desk/first-steps";
import { canStaff } from "#lib/members/assert-can-staff";
import { listPeople } from "#lib/members/list-people";
import { requireActor } from "#lib/web/next/session";
import { withdrawInvitationAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.members"))("title") };
}

type Props = { searchParams: Promise<{ q?: string | string[]; removed?: string }> };

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor("people.list");
  const { q, removed } = await searchParams;
  const query = typeof q === "string" ? q.trim().toLowerCase() : "";
  const members = await listPeople(actor);
  return (
    <PeoplePage
      members={members
        .filter(({ zh, en }) => `${zh} ${en}`.toLowerCase().includes(query))
        .map((member) => ({
          ...member,
          mayChange: canStaff(actor, "people.change-roles", member),
        }))}
      isWholeNetwork={canEverywhere(actor, "people.list")}
      query={query}
      mayInvite={can(actor, "people.invite")}
      ownId={actor.userId}
      wasRemoved={removed !== undefined}
      firstSteps={await findFirstSteps(actor)}
      withdrawAction={withdrawInvitationAction}
    />
  );
}
