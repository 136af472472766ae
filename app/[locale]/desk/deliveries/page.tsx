import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Deliveries } from "#components/distribution/deliveries";
import { Receipts } from "#components/distribution/receipts";
import { can, canEverywhere } from "#lib/access/can";
import { listOwnPages } from "#lib/distribution/list-own-pages";
import { listDeliveries, listReceipts } from "#lib/distribution/queries";
import { deliveryFilterSchema } from "#lib/distribution/schema";
import { config } from "#lib/platform/config";
import { requireActor } from "#lib/web/next/session";
import * as actions from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("editorial.deliveries"))("title") };
}

export default async function DeliveriesPage({ searchParams }: { searchParams: Promise<object> }) {
  const actor = await requireActor("delivery.list");
  const { data: filter } = deliveryFilterSchema.safeParse(await searchParams);
  if (!filter) notFound();
  if (canEverywhere(actor, "delivery.list")) {
    return <Receipts page={await listReceipts(actor, filter.cursor)} cursor={filter.cursor} />;
  }
  const { items, nextCursor } = await listDeliveries(actor, filter);
  const pages = await listOwnPages(
    actor,
    items.map(({ version }) => version.debunk.slug),
  );
  const rows = items.map((row) => ({
    ...row,
    pages: pages.filter(
      ({ memberId, debunk }) =>
        memberId === row.endpoint.member.id && debunk.slug === row.version.debunk.slug,
    ),
    mayTell: can(actor, "adoption.tell", { memberIds: [row.endpoint.member.id] }),
    mayReceive: can(actor, "delivery.receive", { memberIds: [row.endpoint.member.id] }),
  }));
  return (
    <Deliveries
      filter={filter}
      page={{ items: rows, nextCursor }}
      siteUrl={config.SITE_URL}
      actions={{
        receive: actions.receiveDeliveryAction,
        tell: actions.tellPageAction,
        lookAgain: actions.lookAgainAction,
        withdraw: actions.withdrawAdoptionAction,
      }}
    />
  );
}
