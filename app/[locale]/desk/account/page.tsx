import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountPage } from "#components/people/account-page";
import { PasswordForm } from "#components/people/password-form";
import { mapMembers } from "#lib/members/queries";
import { requireActor } from "#lib/web/next/session";
import { signOutAction } from "../actions.ts";
import { changePasswordAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.account"))("title") };
}

export default async function Page() {
  const { name, email, grants } = await requireActor("account.manage");
  const members = await mapMembers(grants.map(({ memberId }) => memberId));
  const posts = [...members.values()].map((member) => ({
    member,
    roles: grants.filter(({ memberId }) => memberId === member.id).map(({ role }) => role),
  }));
  return (
    <AccountPage name={name} email={email} posts={posts} signOutAction={signOutAction}>
      <PasswordForm action={changePasswordAction} email={email} />
    </AccountPage>
  );
}
