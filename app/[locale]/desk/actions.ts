"use server";

import { getLocale } from "next-intl/server";
import { openAction } from "#lib/web/next/action";
import { redirect } from "#lib/web/next/navigation";
import { signOut } from "#lib/web/next/session";

/** Leaves the desk on this device. */
export const signOutAction = openAction(async () => {
  await signOut();
  redirect({ href: "/desk/sign-in", locale: await getLocale() });
});
