import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FollowPage } from "#components/distribution/follow-page";
import { NotFoundPage } from "#components/site/problem-pages";
import { isMailOn } from "#lib/platform/mail";
import { pushKeys } from "#lib/platform/push-key";
import { findFollowable } from "#lib/telling/find-followable";
import { followAction } from "./actions.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ claimId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("talk.follow");
  return { title: t("metaTitle"), description: t("metaDescription"), robots: { index: false } };
}

export default async function Page({ params }: Props) {
  const claim = await findFollowable((await params).claimId);
  if (!claim) return <NotFoundPage />;
  return (
    <FollowPage claim={claim} action={followAction} hasMail={isMailOn()} pushKey={pushKeys().publicKey} />
  );
}
