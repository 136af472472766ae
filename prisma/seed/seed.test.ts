import { readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readApiKey } from "#lib/access/api-key";
import { isPasswordOf } from "#lib/access/password";
import { trackReport } from "#lib/answers/track-report";
import { claimStatuses, isClosed, isOpen } from "#lib/claims/status";
import { draftProblems } from "#lib/editorial/evidence-gate";
import { loadGateFacts } from "#lib/editorial/load-draft";
import { verdicts } from "#lib/investigation/vocabulary";
import { days } from "#lib/platform/clock";
import { config } from "#lib/platform/config";
import { db } from "#lib/platform/db";
import { redact } from "#lib/wording/redaction";
import { type DemoAccount, seedDemo } from "#seed/demo";
import { seedReference } from "#seed/reference";
import { createSetupLink } from "#seed/setup-link";

const read = (name: string): string => readFileSync(join(config.DATA_DIR, name), "utf8");
const accounts = (): DemoAccount[] => JSON.parse(read("demo-accounts.json"));

const counts = () =>
  Promise.all([
    db.division.count(),
    db.topic.count(),
    db.subtopic.count(),
    db.member.count(),
    db.endpoint.count(),
    db.user.count(),
    db.membership.count(),
    db.report.count(),
    db.claim.count(),
    db.evidence.count(),
    db.draftVersion.count(),
    db.review.count(),
    db.debunkVersion.count(),
    db.delivery.count(),
    db.event.count(),
  ]);

let links: (string | null)[] = [];
beforeAll(async () => {
  await seedReference();
  links = [await createSetupLink(), await createSetupLink()];
  await seedDemo();
  // A whole demonstration is told, however slow the machine.
}, 600_000);

describe("reference data", () => {
  it("is complete, with one pull endpoint a member", async () => {
    const [divisions, topics, , members, endpoints] = await counts();
    expect({ divisions, topics, members, endpoints }).toEqual({
      divisions: 205,
      topics: 18,
      members: 291,
      endpoints: 291,
    });
  });

  it("is not written again, and repaired where it differs", async () => {
    await expect(seedReference()).resolves.toMatchObject({ changed: 0 });
    await db.member.update({ where: { id: "sc-piyao" }, data: { zh: "改过的名字" } });
    await expect(seedReference()).resolves.toMatchObject({ changed: 1 });
    await expect(seedReference()).resolves.toMatchObject({ changed: 0 });
  });
});

describe("setup link", () => {
  it("is replaced by a newer one, and given to nobody once there is an account", async () => {
    expect(links).toEqual([expect.stringContaining("/desk/setup?token="), expect.any(String)]);
    expect(links[0]).not.toBe(links[1]);
    expect(await db.invitation.count({ where: { revokedAt: null, invitedById: null } })).toBe(1);
    expect(await createSetupLink()).toBeNull();
  });
});

describe("the demo", () => {
  it("is there once however often it is loaded", async () => {
    const before = await counts();
    await expect(seedDemo()).resolves.toBe("already there");
    expect(await counts()).toEqual(before);
  });

  it("shows every state and every verdict", async () => {
    const claims = await db.claim.findMany({ select: { status: true } });
    expect(new Set(claims.map(({ status }) => status))).toEqual(new Set(claimStatuses));
    const published = await db.debunk.findMany({
      where: { status: { not: "retracted" } },
      select: { verdict: true },
    });
    expect(new Set(published.map(({ verdict }) => verdict))).toEqual(new Set(verdicts));
    expect(published).toHaveLength(18);
  });

  it("has urgent and overdue work in the queue", async () => {
    const now = new Date();
    const open = (await db.claim.findMany()).filter(({ status }) => isOpen(status));
    const overdue = await db.clock.findMany({ where: { assignmentId: null, dueAt: { lt: now } } });
    expect(new Set(overdue.map(({ kind }) => kind))).toEqual(new Set(["triage", "first-word", "verdict"]));
    expect(new Set(open.map(({ urgency }) => urgency))).toEqual(new Set(["P0", "P1", "P2"]));
  });

  it("cites existing evidence with every point, and leaves nothing uncited", async () => {
    for (const { content } of await db.debunkVersion.findMany()) {
      const cited = content.points.map(({ evidence }) => evidence);
      expect(content.points.length, content.title).toBeGreaterThanOrEqual(3);
      expect(cited.every((positions) => positions.length > 0)).toBe(true);
      expect(new Set(cited.flat())).toEqual(new Set(content.evidence.map((_, index) => index + 1)));
      expect(content.advice).not.toBe("");
    }
  });

  it("passes its own gate with every text that was handed in", async () => {
    const drafts = await db.draft.findMany({
      where: { status: { not: "writing" } },
      include: { versions: true },
    });
    for (const { claimId, kind, versions } of drafts) {
      for (const { content } of versions) {
        expect(draftProblems({ kind, content, ...(await loadGateFacts(claimId)) }), content.title).toEqual(
          [],
        );
      }
    }
  });

  it("keeps to its own words, and names nobody", async () => {
    const versions = await db.debunkVersion.findMany();
    const drafts = await db.draftVersion.findMany();
    const closings = await db.claim.findMany({
      select: { wording: true, closingNote: true, sideReason: true },
    });
    const shown = JSON.stringify([
      versions.map(({ content }) => content),
      drafts.map(({ content }) => content),
      closings,
    ]);
    expect(shown).not.toMatch(/谣言|造谣|传谣/);
    const events = await db.event.findMany({ select: { reason: true } });
    const reports = await db.report.findMany({ select: { text: true } });
    // An id can look like a number of something else.
    const texts = (JSON.stringify([reports, events]) + shown).replace(/"[0-9a-f-]{36}"/g, "");
    expect(redact(texts).redactions).toEqual({});
    expect(shown.match(/https?:\/\/[^/"]+/g)?.every((host) => host === "https://example.org")).toBe(true);
  });

  it("tells histories in which nothing lies in the future or out of turn", async () => {
    const claims = await db.claim.findMany({ include: { assignments: true, places: true } });
    for (const { id, status, number, reportCount, updatedAt, assignments } of claims) {
      const events = await db.event.findMany({ where: { claimId: id }, orderBy: { seq: "asc" } });
      const times = events.map(({ at }) => at.getTime());
      expect(times, `${number} ${status}`).toEqual(times.toSorted((a, b) => a - b));
      expect(Math.max(...times)).toBeLessThanOrEqual(Date.now());
      expect(updatedAt.getTime()).toBeLessThanOrEqual(Date.now());
      const own = { OR: [{ claimId: id }, { claim: { sharedId: id } }] };
      expect(await db.claimReport.count({ where: own })).toBe(reportCount);
      if (isClosed(status))
        expect(assignments.every((assignment) => assignment.status === "withdrawn")).toBe(true);
    }
    const oldest = Math.min(...claims.map(({ createdAt }) => createdAt.getTime()));
    expect(oldest).toBeGreaterThan(Date.now() - days(40));
  });

  it("ascribes every act to somebody who holds the role", async () => {
    const held = await db.membership.findMany();
    const known = new Set(held.map(({ userId, role, memberId }) => `${userId} ${role} ${memberId}`));
    const events = await db.event.findMany({ where: { actorKind: "person" } });
    const acts = events.map((event) => `${event.actorUserId} ${event.actorRole} ${event.actorMemberId}`);
    expect(acts.filter((act) => !known.has(act))).toEqual([]);
  });

  it("lays each version ready for every member", async () => {
    expect(await db.delivery.count()).toBe((await db.debunkVersion.count()) * 291);
  });

  it("gives working passwords and receipts, readable by this user alone", async () => {
    const [first] = accounts();
    const user = await db.user.findUniqueOrThrow({ where: { email: first?.email ?? "" } });
    expect(await isPasswordOf(user.passwordHash, first?.password ?? "")).toBe(true);
    expect(statSync(join(config.DATA_DIR, "demo-accounts.json")).mode & 0o777).toBe(0o600);
    for (const { receipt, state } of JSON.parse(read("demo-receipts.json"))) {
      await expect(trackReport(receipt)).resolves.toMatchObject({ state });
    }
  });

  it("gives a member's application a working key, and another one when its file is lost", async () => {
    const holderOf = (key: string) =>
      readApiKey(new Request("http://a", { headers: { authorization: `Bearer ${key}` } }), "intake");
    const keyNow = (): string => JSON.parse(read("demo-keys.json"))[0].key;
    const first = keyNow();
    expect(statSync(join(config.DATA_DIR, "demo-keys.json")).mode & 0o777).toBe(0o600);
    await expect(holderOf(first)).resolves.toMatchObject({ memberId: "outlet-cover-news" });
    rmSync(join(config.DATA_DIR, "demo-keys.json"));
    await expect(seedDemo()).resolves.toBe("already there");
    await expect(holderOf(first)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(holderOf(keyNow())).resolves.toMatchObject({ memberId: "outlet-cover-news" });
  });

  it("renews the passwords when their file is lost", async () => {
    const [before] = accounts();
    rmSync(join(config.DATA_DIR, "demo-accounts.json"));
    await expect(seedDemo()).resolves.toBe("passwords renewed");
    const [first] = accounts();
    expect(first).toMatchObject({ email: before?.email });
    const user = await db.user.findUniqueOrThrow({ where: { email: first?.email ?? "" } });
    expect(await isPasswordOf(user.passwordHash, first?.password ?? "")).toBe(true);
    expect(await isPasswordOf(user.passwordHash, before?.password ?? "")).toBe(false);
  });
});
