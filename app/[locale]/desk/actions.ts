"use server";

import { getLocale } from "next-intl/server";
import { signOut } from "#lib/access/session";
import { redirect } from "#lib/i18n/navigation";

/** Leaves the desk on this device. */
export async function signOutAction(): Promise<void> {
  await signOut();
  redirect({ href: "/desk/sign-in", locale: await getLocale() });
}
