import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { endSession } from "#lib/access/end-sessions";
import { recordEvent } from "#lib/audit/record-event";
import { changeRoles } from "#lib/members/change-roles";
import { removePerson } from "#lib/members/remove-person";
import { clock, hours } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { asOwner } from "#lib/platform/testing/as-owner";
import { seedClaim } from "#seed/claims";
import { seedUpload } from "#seed/uploads";
import { expectHeaders } from "../testing/listener.ts";
import { caughtUp, claimsIn, happen, heardIn, lastIdIn, openLive, signedIn } from "../testing/live.ts";
import { followLive } from "./follow-live.ts";
import { liveHub } from "./hub.ts";

const platform = "sc-piyao";
const stop = new AbortController();

beforeAll(async () => {
  void followLive(stop.signal);
  await vi.waitFor(() => expect(liveHub().position).not.toBeNull(), { timeout: 60_000, interval: 5 });
});
afterAll(() => stop.abort());

const moderator = () => signedIn(platform, "moderator");

it("is for whoever may enter the desk, arrives at once and is kept by nobody", async () => {
  const { cookie } = await moderator();
  const stream = await openLive(cookie);
  await stream.until("hello");
  expect(stream.status).toBe(200);
  expectHeaders(stream.headers);
  expect(stream.headers).toMatchObject({
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
    connection: "close",
  });
  expect(stream.headers["content-encoding"]).toBeUndefined();
  expect(stream.text).toMatch(/^retry: 3000\n\n/);
  expect((await openLive("")).status).toBe(401);
  expect((await openLive(`${cookie}x`)).status).toBe(401);
  const size = liveHub().size;
  expect((await openLive(cookie, { method: "HEAD" })).status).toBe(200);
  expect((await openLive(cookie, { method: "POST" })).status).toBe(405);
  expect(liveHub().size).toBe(size);
});

it("tells the desk of every claim, and a member of its own alone: no id, kind or count of another's", async () => {
  const [held, others] = [await seedClaim({ status: "verifying" }), await seedClaim({ status: "triaged" })];
  const elsewhere = await seedClaim({ status: "verifying", lead: "dept-health" });
  await caughtUp();
  const desk = await openLive((await moderator()).cookie);
  const lead = await openLive((await signedIn(held.lead, "verifier")).cookie);
  const health = await openLive((await signedIn("dept-health", "verifier")).cookie);
  await Promise.all([desk, lead, health].map((stream) => stream.until("hello")));
  await happen(others.id);
  await happen(held.id);
  await happen(held.id, "contact.read");
  await happen(held.id, "assignment.offered", { member: "dept-education" });
  // It is told of its own work, also of what was taken from it.
  await happen(others.id, "assignment.withdrawn", { member: "dept-health", purpose: "verify" });
  await happen(others.id, "assignment.withdrawn", { member: "dept-education", purpose: "verify" });
  await happen(held.id, "claim.waiting");
  await happen(elsewhere.id, "claim.waiting");
  const last = (id: string) =>
    expect.arrayContaining([expect.objectContaining({ type: "claim.waiting", claims: [id] })]);
  await Promise.all([
    desk.until("changes", last(elsewhere.id)),
    lead.until("changes", last(held.id)),
    health.until("changes", last(elsewhere.id)),
  ]);
  expect(new Set(claimsIn(desk.text))).toEqual(new Set([held.id, others.id, elsewhere.id]));
  const kinds = (text: string) =>
    heardIn(text).flatMap(({ event, data }) =>
      event === "changes"
        ? (data as { type: string; claims: string[] }[]).map(({ type, claims }) => [type, ...claims])
        : [],
    );
  expect(kinds(lead.text)).toEqual([
    ["claim.raised", held.id],
    ["claim.waiting", held.id],
  ]);
  expect(kinds(health.text)).toEqual([
    ["assignment.withdrawn", others.id],
    ["claim.waiting", elsewhere.id],
  ]);
  for (const { text } of [lead, health]) expect(text).not.toContain("dept-education");
  expect(desk.text).not.toMatch(/dept-|purpose/);
});

it("names also the claim into which another was merged, to those who may read it", async () => {
  const [duplicate, target] = [
    await seedClaim({ status: "verifying" }),
    await seedClaim({ status: "triaged" }),
  ];
  const desk = await openLive((await moderator()).cookie);
  const lead = await openLive((await signedIn(duplicate.lead, "verifier")).cookie);
  await Promise.all([desk.until("hello"), lead.until("hello")]);
  await happen(duplicate.id, "claim.merged", { into: target.id, intoNumber: 1 });
  await Promise.all([desk.untilClaim(target.id), lead.untilClaim(duplicate.id)]);
  expect(lead.text).not.toContain(target.id);
  const again = await openLive((await moderator()).cookie);
  await again.until("hello");
  await happen(duplicate.id, "claim.reopened", { from: "duplicate" });
  await again.untilClaim(target.id);
});

it("names the claim in whose report a picture was read", async () => {
  const { id, reports } = await seedClaim();
  const uploadId = await seedUpload({ reportId: reports[0]?.id ?? "" });
  await caughtUp();
  const stream = await openLive((await moderator()).cookie);
  await stream.until("hello");
  await recordEvent(db, { type: "upload.read", actor: { kind: "system" }, subjectId: newId() });
  await recordEvent(db, { type: "upload.read", actor: { kind: "system" }, subjectId: uploadId });
  await stream.untilClaim(id);
  expect(claimsIn(stream.text)).toEqual([id]);
});

it("goes on where it was cut, at whatever byte, and a member hears then too of its own alone", async () => {
  const [claim, others] = [await seedClaim({ status: "verifying" }), newId()];
  const { cookie } = await moderator();
  await caughtUp();
  const begun = liveHub().position ?? 0;
  const away = [newId(), newId(), newId()];
  for (const id of away) await happen(id);
  await happen(claim.id);
  await happen(others);
  // So that all of it is told together, in one answer to where it was.
  await caughtUp();
  const whole = await openLive(cookie, { since: begun });
  await whole.untilClaim(others);
  expect(claimsIn(whole.text)).toEqual(expect.arrayContaining([...away, claim.id, others]));
  const { text } = whole;
  whole.cut();
  const resumed = new Map<string, string[]>();
  for (let at = 0; at <= text.length; at += 1) {
    const heard = text.slice(0, at);
    const last = lastIdIn(heard) ?? String(begun);
    if (!resumed.has(last)) {
      const stream = await openLive(cookie, { since: begun, last });
      await stream.until("hello");
      const marker = newId();
      await happen(marker);
      await stream.untilClaim(marker);
      resumed.set(last, claimsIn(stream.text));
    }
    const known = new Set([...claimsIn(heard), ...(resumed.get(last) ?? [])]);
    for (const id of [...away, others]) expect(known, `cut at ${at}`).toContain(id);
  }
  const lead = await openLive((await signedIn(claim.lead, "verifier")).cookie, { since: begun });
  await lead.untilClaim(claim.id);
  expect(new Set(claimsIn(lead.text))).toEqual(new Set([claim.id]));
});

it("says that the page has to be loaded anew when too much has happened, or what has not", async () => {
  const { cookie } = await moderator();
  await caughtUp();
  const begun = liveHub().position ?? 0;
  await db.$executeRaw`
    INSERT INTO events (id, type, at, actor_kind, claim_id, subject_id, data)
    SELECT gen_random_uuid(), 'claim.raised', now(), 'system', gen_random_uuid(), 'a', '{}' FROM generate_series(1, 1100)`;
  await caughtUp();
  const ids = [String(begun), String(begun + 1_000_000)];
  for (const last of ids) {
    const stream = await openLive(cookie, { last });
    await stream.until("anew");
    expect(claimsIn(stream.text)).toEqual([]);
  }
});

it("tells of what commits behind a higher number", async () => {
  const stream = await openLive((await moderator()).cookie);
  await stream.until("hello");
  const [slow, quick] = [newId(), newId()];
  await db.$transaction(
    async (tx) => {
      await happen(slow, "claim.raised", {}, tx);
      await happen(quick);
      await stream.untilClaim(quick);
    },
    { timeout: 60_000 },
  );
  await stream.untilClaim(slow);
  await caughtUp();
});

it("hears of what another process does", async () => {
  const stream = await openLive((await moderator()).cookie);
  await stream.until("hello");
  const claim = newId();
  const program = `
    import { recordEvent } from "#lib/audit/record-event";
    import { db } from "#lib/platform/db";
    const actor = { kind: "system" };
    await recordEvent(db, { type: "claim.raised", actor, subjectId: "${claim}", claimId: "${claim}" });
    process.exit();
  `;
  await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program]);
  await stream.untilClaim(claim);
});

it("ends with the session, and with no other of the same person", async () => {
  const one = await moderator();
  const stream = await openLive(one.cookie);
  const other = await openLive((await moderator()).cookie);
  await Promise.all([stream.until("hello"), other.until("hello")]);
  await endSession(one.sessionId);
  await stream.until("ended");
  await stream.untilOver();
  expect(other.isOver).toBe(false);
  expect((await openLive(one.cookie)).status).toBe(401);
});

it("ends when roles change and when somebody is removed", async () => {
  const admin = (await signedIn(platform, "admin")).actor;
  const [changed, removed] = [
    await signedIn("dept-health", "verifier"),
    await signedIn("dept-health", "writer"),
  ];
  const [first, second] = [await openLive(changed.cookie), await openLive(removed.cookie)];
  await Promise.all([first.until("hello"), second.until("hello")]);
  await changeRoles(admin, { userId: changed.person.id, memberId: "dept-health", roles: ["writer"] });
  await first.until("ended");
  await first.untilOver();
  expect(second.isOver).toBe(false);
  await removePerson(admin, { userId: removed.person.id, memberId: "dept-health" });
  await second.until("ended");
  await second.untilOver();
});

it("ends when the session expires, and says nothing more", async () => {
  const stream = await openLive((await moderator()).cookie);
  await stream.until("hello");
  const { offset } = clock;
  clock.offset = hours(13);
  try {
    await liveHub().beat();
  } finally {
    clock.offset = offset;
  }
  await stream.until("ended");
  await stream.untilOver();
  expect(heardIn(stream.text).map(({ event }) => event)).not.toContain("beat");
});

it("drops whoever does not read, and nobody else", async () => {
  const [slow, quick] = [
    await openLive((await moderator()).cookie),
    await openLive((await moderator()).cookie),
  ];
  await Promise.all([slow.until("hello"), quick.until("hello")]);
  await vi.waitFor(() => expect(liveHub().size).toBe(2), { timeout: 60_000 });
  slow.answer.pause();
  // Some megabytes lie in the buffers of the system before it shows.
  for (let beats = 0; liveHub().size === 2 && beats < 2_000_000; beats += 1) {
    await liveHub().beat();
    if (beats % 500 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  expect(liveHub().size).toBe(1);
  slow.answer.resume();
  await slow.untilOver();
  quick.text = "";
  const claim = newId();
  await happen(claim);
  await quick.untilClaim(claim);
});

it("refuses one person's thirty-first", async () => {
  const { cookie } = await moderator();
  const streams = [];
  for (let count = 0; count < 30; count += 1) streams.push(await openLive(cookie));
  await streams.at(-1)?.until("hello");
  const refused = await openLive(cookie);
  expect([refused.status, refused.headers["retry-after"]]).toEqual([503, "60"]);
  streams[0]?.cut();
  await vi.waitFor(async () => expect((await openLive(cookie)).status).toBe(200), { timeout: 60_000 });
});

it("goes on by itself when the connection to the database is lost, and what happened meanwhile is told", async () => {
  const [staying, leaving] = [await moderator(), await moderator()];
  const [stream, ended] = [await openLive(staying.cookie), await openLive(leaving.cookie)];
  await Promise.all([stream.until("hello"), ended.until("hello")]);
  await asOwner(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE query LIKE 'LISTEN bianzhen_live%' AND datname = current_database()`,
  );
  await stream.until("hears", false);
  expect(liveHub().position).toBeNull();
  const meanwhile = await openLive(staying.cookie, { since: 0 });
  await meanwhile.until("hears", false);
  const claim = newId();
  await happen(claim);
  await endSession(leaving.sessionId);
  await stream.until("hears", true);
  await stream.untilClaim(claim);
  await ended.until("ended");
  // What it missed before nobody looked up.
  await meanwhile.until("anew");
});
