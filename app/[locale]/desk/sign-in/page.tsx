import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SignInForm } from "#components/access/sign-in-form";
import { SignInPage } from "#components/access/sign-in-page";
import { deskPath } from "#lib/i18n/paths";
import { redirect } from "#lib/web/next/navigation";
import { findActor } from "#lib/web/next/session";
import { signInAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.signIn");
  return { title: { absolute: t("title") } };
}

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<{ ended?: string; to?: string | string[] }>;
}) {
  if (await findActor()) redirect({ href: "/desk", locale: await getLocale() });
  const { ended, to } = await searchParams;
  return (
    <SignInPage ended={ended !== undefined}>
      <SignInForm action={signInAction} to={deskPath([to].flat()[0])} />
    </SignInPage>
  );
}
