import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Deliveries } from "#components/distribution/deliveries";
import { Receipts } from "#components/distribution/receipts";
import { can, canEverywhere } from "#lib/access/can";
import { listDeliveries, listReceipts } from "#lib/distribution/queries";
import { deliveryFilterSchema } from "#lib/distribution/schema";
import { config } from "#lib/platform/config";
import { requireActor } from "#lib/web/next/session";
import { receiveDeliveryAction } from "./actions.ts";

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
  const rows = items.map((row) => ({
    ...row,
    mayReceive: can(actor, "delivery.receive", { memberIds: [row.endpoint.member.id] }),
  }));
  return (
    <Deliveries
      filter={filter}
      page={{ items: rows, nextCursor }}
      siteUrl={config.SITE_URL}
      action={receiveDeliveryAction}
    />
  );
}
