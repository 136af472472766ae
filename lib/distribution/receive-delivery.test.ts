import { expect, it } from "vitest";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { countEmbed, writeEmbeds } from "./count-embeds.ts";
import { deliverPublication } from "./deliver-publication.ts";
import { listDeliveries, listReceipts } from "./queries.ts";
import { receiveDelivery } from "./receive-delivery.ts";
import { recordAdoption } from "./record-adoption.ts";

const memberId = "outlet-cover-news";
const writer = async (at = memberId) =>
  actorOf(await seedPerson({ roles: [{ memberId: at, role: "writer" }] }));

async function delivered() {
  const { debunk } = await seedClaim({ status: "published" });
  if (!debunk) throw new Error("a published claim has a notice");
  await deliverPublication(debunk.id);
  const { items } = await listDeliveries(await writer(), { state: "waiting" });
  const row = items.find(({ version }) => version.debunk.slug === debunk.slug);
  if (!row) throw new Error("the publication was not laid ready");
  return { debunk, row };
}

it("is received once, recorded, and then out of the waiting list", async () => {
  const { row } = await delivered();
  const actor = await writer();
  expect(await receiveDelivery(actor, { deliveryId: row.id })).toEqual({ ok: true });
  expect(await receiveDelivery(actor, { deliveryId: row.id })).toEqual({
    ok: false,
    reason: "ALREADY_RECEIVED",
  });
  expect(await db.event.count({ where: { type: "delivery.received", subjectId: row.id } })).toBe(1);
  const { items } = await listDeliveries(actor, { state: "waiting" });
  expect(items.map(({ id }) => id)).not.toContain(row.id);
});

it("is refused to other members and to what is not there", async () => {
  const { row } = await delivered();
  const other = await writer("outlet-chuanguan");
  await expect(receiveDelivery(other, { deliveryId: row.id })).rejects.toThrow("FORBIDDEN");
  await expect(receiveDelivery(other, { deliveryId: newId() })).rejects.toThrow("NOT_FOUND");
});

it("is counted for the desk, which alone sees the counts", async () => {
  const { debunk, row } = await delivered();
  await receiveDelivery(await writer(), { deliveryId: row.id });
  const editor = actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role: "duty-editor" }] }));
  const { items } = await listReceipts(editor);
  expect(items.find((item) => item.debunk.slug === debunk.slug)).toMatchObject({ received: 1 });
  await expect(listReceipts(await writer())).rejects.toThrow("FORBIDDEN");
});

it("is shown to the desk with the members that carry the notice, each once, and those whose pages showed it", async () => {
  const { debunk } = await delivered();
  const { slug } = debunk;
  const publishedAt = now();
  const adopt = (memberId: string, url: string) =>
    recordAdoption(memberId, { debunkSlug: slug, version: 1, url, channel: "web", publishedAt });
  await adopt("outlet-cover-news", `https://www.cover.example/${slug}`);
  await adopt("outlet-cover-news", `https://m.cover.example/${slug}`);
  await adopt("dept-health", `https://health.example/${slug}`);
  for (const host of ["www.cover.example", "m.cover.example", "m.cover.example", "a-stranger.example"])
    countEmbed(host, slug);
  await writeEmbeds();
  const editor = actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role: "duty-editor" }] }));
  const { items } = await listReceipts(editor);
  expect(items.find((item) => item.debunk.slug === slug)).toMatchObject({ adopters: 2, embedders: 1 });
});
