import { getLocale } from "next-intl/server";
import { firstWork } from "#lib/desk/places";
import { redirect } from "#lib/web/next/navigation";
import { requireActor } from "#lib/web/next/session";

export default async function DeskPage() {
  const actor = await requireActor("desk.enter");
  redirect({ href: firstWork(actor), locale: await getLocale() });
}
