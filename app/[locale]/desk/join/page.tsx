import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Invitation } from "./invitation.tsx";

/** The link is a secret: no other site learns of it. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.join");
  return { title: { absolute: t("submit") }, referrer: "same-origin" };
}

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>;
}) {
  const { token } = await searchParams;
  return <Invitation token={token} isSetup={false} />;
}
