import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { keepLooking } from "#lib/claims/presence/keep-looking";
import { lookAtClaims } from "#lib/claims/presence/look-at-claims";
import { listPresence } from "#lib/desk/list-presence";
import { at } from "#lib/platform/at";
import { after, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { fromHere, get } from "../testing/listener.ts";
import { claimsIn, openLive, signedIn, streamIdIn } from "../testing/live.ts";
import { followLive } from "./follow-live.ts";
import { liveHub } from "./hub.ts";

const platform = "sc-piyao";
const stop = new AbortController();
beforeAll(async () => {
  void followLive(stop.signal);
  await vi.waitFor(() => expect(liveHub().position).not.toBeNull(), { timeout: 60_000, interval: 5 });
});
afterAll(() => stop.abort());

type Signed = Awaited<ReturnType<typeof signedIn>>;

async function browserOf({ cookie }: Signed) {
  const stream = await openLive(cookie);
  await stream.until("hello");
  const id = streamIdIn(stream.text);
  const look = async (...claims: string[]) => {
    const headers = { cookie, "content-type": "application/json", ...fromHere() };
    const body = JSON.stringify({ stream: id, claims });
    return (await get("/api/desk/presence", { method: "POST", headers, body })).status;
  };
  return {
    ...stream,
    get text() {
      return stream.text;
    },
    id,
    look,
  };
}

const asks = async ({ cookie }: Signed, ...claims: string[]) => {
  const answer = await get(`/api/desk/presence?claims=${claims.join(",")}`, { headers: { cookie } });
  expect(answer.status).toBe(200);
  return JSON.parse(answer.text);
};

it("shows the others who is at a claim, from when it is opened until the stream ends", async () => {
  const [claim, other] = [await seedClaim(), await seedClaim()];
  const [looking, watching] = [
    await signedIn(platform, "duty-editor"),
    await signedIn(platform, "moderator"),
  ];
  const [browser, watcher] = [await browserOf(looking), await browserOf(watching)];
  expect(await browser.look(claim.id)).toBe(204);
  await watcher.until("looked", [claim.id]);
  const { name } = looking.person;
  expect(await asks(watching, claim.id, other.id)).toEqual([
    { claim: claim.id, name, role: "duty-editor", member: null },
  ]);
  expect(await asks(looking, claim.id), "nobody is told of themselves").toEqual([]);
  expect(await browser.look(other.id)).toBe(204);
  await watcher.until("looked", expect.arrayContaining([other.id]));
  expect(await asks(watching, claim.id, other.id)).toEqual([
    { claim: other.id, name, role: "duty-editor", member: null },
  ]);
  browser.cut();
  await vi.waitFor(async () => expect(await asks(watching, other.id)).toEqual([]), { timeout: 60_000 });
  await vi.waitFor(
    () => expect(claimsIn(watcher.text, "looked").filter((id) => id === other.id)).toHaveLength(2),
    {
      timeout: 60_000,
    },
  );
});

it("is told once of one person with two browsers, and goes on with the second", async () => {
  const [claim, looking, watching] = [
    await seedClaim(),
    await signedIn(platform, "moderator"),
    await signedIn(platform, "moderator"),
  ];
  const [first, second] = [await browserOf(looking), await browserOf(looking)];
  await first.look(claim.id);
  await second.look(claim.id);
  expect(await asks(watching, claim.id)).toHaveLength(1);
  first.cut();
  await vi.waitFor(async () => expect(await db.presence.count({ where: { streamId: first.id } })).toBe(0), {
    timeout: 60_000,
  });
  expect(await asks(watching, claim.id)).toHaveLength(1);
});

it("tells a member of its own people and the desk's alone, and only at claims that it holds", async () => {
  const [held, others] = [await seedClaim({ status: "verifying" }), await seedClaim({ status: "triaged" })];
  const [mine, colleague, writer, desk] = [
    await signedIn(held.lead, "verifier"),
    await signedIn(held.lead, "coordinator"),
    await signedIn(held.writer, "writer"),
    await signedIn(platform, "moderator"),
  ];
  const [member, atDesk] = [await browserOf(mine), await browserOf(desk)];
  for (const [index, who] of [colleague, writer, desk].entries()) {
    const browser = index === 2 ? atDesk : await browserOf(who);
    expect(await browser.look(held.id, others.id)).toBe(204);
  }
  await member.until("looked", expect.arrayContaining([held.id]));
  const seen = await asks(mine, held.id, others.id);
  expect(seen.map((one: { name: string; claim: string }) => [one.claim, one.name])).toEqual([
    [held.id, colleague.person.name],
    [held.id, desk.person.name],
  ]);
  expect(seen[0]).toMatchObject({
    role: "coordinator",
    member: { zh: expect.any(String), en: expect.any(String) },
  });
  expect(member.text).not.toContain(others.id);
  const all = await asks(desk, held.id, others.id);
  expect(all.map((one: { claim: string }) => one.claim)).toEqual([held.id, held.id]);
  // What they may not read they do not look at.
  expect(await db.presence.count({ where: { claimId: others.id, userId: colleague.person.id } })).toBe(0);
  expect(await db.presence.count({ where: { claimId: others.id, userId: desk.person.id } })).toBe(1);
});

it("is forgotten by its age when a process was killed, and renewed while its stream is open", async () => {
  const [claim, looking, watching] = [
    await seedClaim(),
    await signedIn(platform, "moderator"),
    await signedIn(platform, "moderator"),
  ];
  const browser = await browserOf(looking);
  await browser.look(claim.id);
  const dead = newId();
  await lookAtClaims(watching.actor, { stream: dead, claims: [claim.id] });
  await browser.until("looked");
  const later = after(now(), minutes(1));
  await at(later, () => liveHub().beat());
  const muchLater = after(now(), minutes(2));
  expect(await at(muchLater, () => listPresence(watching.actor, [claim.id]))).toHaveLength(1);
  expect(await at(muchLater, () => listPresence(looking.actor, [claim.id]))).toHaveLength(0);
  expect(await at(muchLater, () => keepLooking([browser.id]))).toEqual([browser.id]);
  expect(await db.presence.count({ where: { streamId: dead } })).toBe(0);
  expect(await db.presence.count({ where: { streamId: browser.id } })).toBe(1);
});

it("takes nothing from other sites, of unknown claims, or about somebody else's stream", async () => {
  const [claim, one, other] = [
    await seedClaim(),
    await signedIn(platform, "moderator"),
    await signedIn(platform, "moderator"),
  ];
  const browser = await browserOf(one);
  await browser.look(claim.id, newId());
  expect(await db.presence.count({ where: { streamId: browser.id } })).toBe(1);
  await lookAtClaims(other.actor, { stream: browser.id, claims: [] });
  expect(await db.presence.count({ where: { streamId: browser.id, userId: one.person.id } })).toBe(1);
  const body = JSON.stringify({ stream: browser.id, claims: [] });
  const headers = { cookie: one.cookie, "content-type": "application/json" };
  const elsewhere = { ...headers, origin: "https://elsewhere.example" };
  expect((await get("/api/desk/presence", { method: "POST", headers: elsewhere, body })).status).toBe(403);
  expect((await get("/api/desk/presence", { headers: {} })).status).toBe(401);
  expect((await get("/api/desk/presence?claims=x", { headers: { cookie: one.cookie } })).status).toBe(422);
});
