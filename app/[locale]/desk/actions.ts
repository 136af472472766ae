"use server";

import { getLocale } from "next-intl/server";
import { redirect } from "#lib/i18n/navigation";
import { openAction } from "#lib/web/next/action";
import { signOut } from "#lib/web/next/session";

/** Leaves the desk on this device. */
export const signOutAction = openAction(async () => {
  await signOut();
  redirect({ href: "/desk/sign-in", locale: await getLocale() });
});
