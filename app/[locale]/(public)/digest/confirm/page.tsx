import type { Metadata } from "next";
import { getMessages } from "next-intl/server";
import { LetterPage } from "#components/distribution/letter-page";
import { MemberName } from "#components/distribution/member-name";
import { findDigestToConfirm } from "#lib/distribution/confirm-digest";
import { confirmDigestAction } from "./actions.ts";

export const dynamic = "force-dynamic";

/** The link is a secret: no other site learns of it. */
export async function generateMetadata(): Promise<Metadata> {
  const { digest } = await getMessages();
  return { title: digest.confirm.title, robots: { index: false }, referrer: "same-origin" };
}

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function Page({ searchParams }: Props) {
  const token = String((await searchParams).token ?? "");
  const [endpoint, { digest, talk }] = await Promise.all([findDigestToConfirm(token), getMessages()]);
  return (
    <LetterPage
      action={confirmDigestAction}
      token={token}
      words={digest.confirm}
      refused={talk.follow.refused}
      isDead={endpoint === null}
      isDone={Boolean(endpoint?.confirmedAt)}
    >
      {endpoint ? <MemberName member={endpoint.member} /> : null}
    </LetterPage>
  );
}
