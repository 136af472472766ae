import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { JoinPage } from "#components/access/join-page";
import { findInvitation } from "#lib/members/invitations";
import { acceptInvitationAction } from "../join/actions.ts";

/** The link is a secret: no other site learns of it. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.join");
  return { title: { absolute: t("setupTitle") }, referrer: "same-origin" };
}

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function Page({ searchParams }: Props) {
  const { token } = await searchParams;
  return (
    <JoinPage
      invitation={await findInvitation(token)}
      token={token}
      isSetup={true}
      action={acceptInvitationAction}
    />
  );
}
