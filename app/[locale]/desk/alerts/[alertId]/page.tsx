import { getLocale } from "next-intl/server";
import { openAlert } from "#lib/alerts/open-alert";
import { redirect } from "#lib/web/next/navigation";
import { orPageError } from "#lib/web/next/page-error";
import { requireActor } from "#lib/web/next/session";

/** Leads to what an alert is about. */
export default async function Page({ params }: { params: Promise<{ alertId: string }> }) {
  const actor = await requireActor("account.manage");
  const href = await orPageError(openAlert(actor, (await params).alertId));
  redirect({ href, locale: await getLocale() });
}
