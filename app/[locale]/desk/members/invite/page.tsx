import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InviteForm } from "#components/people/invite-form";
import { InvitePage } from "#components/people/invite-page";
import { canEverywhere } from "#lib/access/can";
import { offeredRoles } from "#lib/members/offered-roles";
import { listChoicesFor } from "#lib/members/queries";
import { requireActor } from "#lib/web/next/session";
import { inviteAction } from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.members"))("inviteTitle") };
}

export default async function Page() {
  const actor = await requireActor("people.invite");
  const everywhere = canEverywhere(actor, "people.invite");
  const members = await listChoicesFor(actor, "people.invite");
  const [first] = members;
  return (
    <InvitePage>
      <InviteForm
        action={inviteAction}
        members={members}
        memberId={first?.id ?? ""}
        offered={offeredRoles(everywhere ? "1" : "N")}
      />
    </InvitePage>
  );
}
