import { JoinForm } from "#components/access/join-form";
import { BadLink, JoinPage } from "#components/access/join-page";
import { findInvitation } from "#lib/members/invitations";
import { acceptInvitationAction } from "./actions.ts";

/** The invitation behind a link, or the page that says it does not work. */
export async function Invitation({ token, isSetup }: { token: unknown; isSetup: boolean }) {
  const invitation = typeof token === "string" ? await findInvitation(token) : null;
  // A setup link names nobody and an invitation does; each opens only its own page.
  if (!invitation || typeof token !== "string" || isSetup !== (invitation.email === null)) return <BadLink />;
  return (
    <JoinPage invitation={invitation} isSetup={isSetup}>
      <JoinForm
        action={acceptInvitationAction}
        token={token}
        name={invitation.name ?? ""}
        email={invitation.email}
        isSetup={isSetup}
      />
    </JoinPage>
  );
}
