import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ResetPage } from "#components/access/reset-page";
import { findPasswordLink } from "#lib/members/password-links";
import { resetPasswordAction } from "./actions.ts";

/** The link is a secret: no other site learns of it. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.reset");
  return { title: { absolute: t("title") }, referrer: "same-origin" };
}

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function Page({ searchParams }: Props) {
  const { token } = await searchParams;
  const link = await findPasswordLink(token);
  return <ResetPage person={link?.user ?? null} token={token} action={resetPasswordAction} />;
}
