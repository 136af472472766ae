import type { Metadata } from "next";
import { getMessages } from "next-intl/server";
import { LetterPage } from "#components/distribution/letter-page";
import { findToConfirm } from "#lib/telling/confirm-follower";
import { confirmFollowAction } from "./actions.ts";

export const dynamic = "force-dynamic";

/** The link is a secret: no other site learns of it. */
export async function generateMetadata(): Promise<Metadata> {
  const { talk } = await getMessages();
  return { title: talk.confirm.title, robots: { index: false }, referrer: "same-origin" };
}

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function Page({ searchParams }: Props) {
  const token = String((await searchParams).token ?? "");
  const [title, { talk }] = await Promise.all([findToConfirm(token), getMessages()]);
  return (
    <LetterPage
      action={confirmFollowAction}
      token={token}
      words={talk.confirm}
      refused={talk.follow.refused}
      isDead={title === null}
    >
      {title ? (
        <p lang="zh-CN" className="border-line-strong border-s-4 ps-4 font-serif text-xl">
          {title}
        </p>
      ) : null}
    </LetterPage>
  );
}
