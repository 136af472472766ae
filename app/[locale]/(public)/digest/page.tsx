import type { Metadata } from "next";
import { getMessages } from "next-intl/server";
import { DigestContent } from "#components/distribution/digest-content";
import { LetterPage } from "#components/distribution/letter-page";
import { findDigest } from "#lib/distribution/receive-digest";
import { receiveDigestAction } from "./actions.ts";

export const dynamic = "force-dynamic";

/** The link is a secret: no other site learns of it. */
export async function generateMetadata(): Promise<Metadata> {
  const { digest } = await getMessages();
  return { title: digest.receive.title, robots: { index: false }, referrer: "same-origin" };
}

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function Page({ searchParams }: Props) {
  const token = String((await searchParams).token ?? "");
  const [found, { digest, talk }] = await Promise.all([findDigest(token), getMessages()]);
  return (
    <LetterPage
      action={receiveDigestAction}
      token={token}
      words={digest.receive}
      refused={talk.follow.refused}
      isDead={found === null}
      isDone={Boolean(found?.receivedAt)}
    >
      {found ? <DigestContent digest={found} /> : null}
    </LetterPage>
  );
}
