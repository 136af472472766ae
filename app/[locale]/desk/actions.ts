"use server";

import { getLocale } from "next-intl/server";
import { redirect } from "#lib/i18n/navigation";
import { signOut } from "#lib/web/next/session";

/** Leaves the desk on this device. */
export async function signOutAction(): Promise<void> {
  await signOut();
  redirect({ href: "/desk/sign-in", locale: await getLocale() });
}
