import { getLocale } from "next-intl/server";
import { requireActor } from "#lib/access/session";
import { redirect } from "#lib/i18n/navigation";
import { firstWork } from "./links.ts";

export default async function DeskPage() {
  const actor = await requireActor("desk.enter");
  redirect({ href: firstWork(actor), locale: await getLocale() });
}
