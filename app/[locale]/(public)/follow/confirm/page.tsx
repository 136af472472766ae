import type { Metadata } from "next";
import { getMessages } from "next-intl/server";
import { LetterPage } from "#components/distribution/letter-page";
import { confirmFollowAction } from "./actions.ts";

export const dynamic = "force-dynamic";

/** The link is a secret: no other site learns of it. */
export async function generateMetadata(): Promise<Metadata> {
  const { talk } = await getMessages();
  return { title: talk.confirm.title, robots: { index: false }, referrer: "same-origin" };
}

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function Page({ searchParams }: Props) {
  const [{ token }, { talk }] = await Promise.all([searchParams, getMessages()]);
  return (
    <LetterPage
      action={confirmFollowAction}
      token={String(token ?? "")}
      words={talk.confirm}
      refused={talk.follow.refused}
    />
  );
}
