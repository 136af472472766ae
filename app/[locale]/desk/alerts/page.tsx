import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AlertsPage } from "#components/alerts/alerts-page";
import { LiveRefresh } from "#components/desk/live-refresh.ts";
import { READ_DAYS } from "#lib/alerts/forget-alerts";
import { countUnread, listAlerts } from "#lib/alerts/queries";
import { alertFilterSchema } from "#lib/alerts/schema";
import { livePosition } from "#lib/web/live/page-facts";
import { requireActor } from "#lib/web/next/session";
import { readAlertAction, readAlertsAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("alerts"))("title") };
}

export default async function Page({ searchParams }: { searchParams: Promise<object> }) {
  const actor = await requireActor("account.manage");
  const { data: filter } = alertFilterSchema.safeParse(await searchParams);
  if (!filter) notFound();
  const since = livePosition();
  const [page, unread] = await Promise.all([listAlerts(actor, filter), countUnread(actor)]);
  const actions = { readAlertAction, readAlertsAction };
  return (
    <>
      <AlertsPage filter={filter} page={page} unread={unread} days={READ_DAYS} actions={actions} />
      <LiveRefresh since={since} types={[]} unread={unread} />
    </>
  );
}
