import { afterAll, describe, expect, it, vi } from "vitest";
import { absolute } from "#lib/i18n/absolute";
import { noticeHref } from "#lib/i18n/addresses";
import { at } from "#lib/platform/at";
import { days, after as later, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { countAdopters } from "./count-adopters.ts";
import { lookAgain } from "./look-again.ts";
import { lookAtPages } from "./look-at-pages.ts";
import {
  give,
  giveAndLook,
  pageWith,
  pageWithFrame,
  publishNewer,
  publishNotice,
  someoneAt,
  stateOf,
} from "./testing/pages.ts";
import { withdrawAdoption } from "./withdraw-adoption.ts";

const [site, untrusted] = await vi.hoisted(async () => {
  const { startReceiver } = await import("./testing/receiver.ts");
  const { startUntrusted } = await import("./testing/untrusted.ts");
  const both = [await startReceiver(), await startUntrusted()] as const;
  process.env.WEBHOOK_OWN = both.map(({ host }) => host).join(",");
  return both;
});
afterAll(async () => {
  await site.stop();
  await untrusted.stop();
});

const memberId = "outlet-cover-news";
let count = 0;

/** A page of the site, as it is asked for; what it says can change. */
function newPage(html: string, type = "text/html; charset=utf-8") {
  count += 1;
  const path = `/page/${count}`;
  const page = { url: `http://${site.host}${path}`, html, type, path };
  site.replies.set(
    path,
    (response) => void response.writeHead(200, { "content-type": page.type }).end(page.html),
  );
  return page;
}

const pullOf = (debunkId: string) =>
  db.delivery.findFirstOrThrow({
    where: { endpoint: { memberId, kind: "pull" }, version: { debunkId } },
    orderBy: { createdAt: "desc" },
  });

const soon = () => later(now(), days(10));

describe("a page that a member gives", () => {
  it("is opened, and counts with the version that stands there; whoever republished it has it", async () => {
    const { id, claimId, slug } = await publishNotice();
    const page = newPage(await pageWith(id, 1));
    const outcome = await give(memberId, id, page.url);
    expect(outcome).toMatchObject({ ok: true, isNew: true });
    // What was only said does not count.
    expect(await countAdopters(id)).toBe(0);
    await lookAtPages();
    const state = await stateOf(outcome.ok ? outcome.adoptionId : "");
    expect(state).toMatchObject({
      version: 1,
      missedAt: null,
      look: { version: 1, attempts: 0, error: null },
    });
    expect([state.seenAt, state.look.sentAt]).toEqual([expect.any(Date), expect.any(Date)]);
    expect(await countAdopters(id)).toBe(1);
    expect(await pullOf(id)).toMatchObject({ receivedBy: "republished", receivedAt: expect.any(Date) });
    const events = await db.event.findMany({
      where: { claimId, type: { startsWith: "adoption." } },
      orderBy: { seq: "asc" },
    });
    expect(events.map(({ type, data }) => [type, data])).toEqual([
      ["adoption.given", { member: memberId, slug }],
      ["adoption.recorded", { member: memberId, slug, version: 1 }],
    ]);
    const [call] = site.callsOf(page.path);
    expect(call?.headers).toMatchObject({ "user-agent": "Bianzhen-Pages/1", "accept-encoding": "identity" });
    expect(Object.keys(call?.headers ?? {})).not.toContain("cookie");
  });

  it("counts by a frame, by an address alone and in the letters of older sites", async () => {
    const { id, slug, title } = await publishNotice();
    expect(await giveAndLook(memberId, id, newPage(pageWithFrame(slug)).url)).toMatchObject({ version: 1 });
    const link = `<p>详见 ${absolute(noticeHref(slug), "en")}。</p>`;
    expect(await giveAndLook(memberId, id, newPage(link).url)).toMatchObject({ version: 1 });
    const wide = newPage(`<h1>${title.replaceAll("，", "， ")}</h1>`, "text/html; charset=utf-16le");
    site.replies.set(
      wide.path,
      (response) =>
        void response.writeHead(200, { "content-type": wide.type }).end(Buffer.from(wide.html, "utf16le")),
    );
    expect(await giveAndLook(memberId, id, wide.url)).toMatchObject({ version: 1 });
    // Three pages of one member.
    expect(await countAdopters(id)).toBe(1);
  });

  it("that does not hold the notice does not count, and is looked at again until it does", async () => {
    const [{ id, title, slug }, other] = [await publishNotice(), await publishNotice()];
    const unseen = [
      pageWith(other.id, 1),
      `<script>const title = ${JSON.stringify(title)}</script>`,
      `<!-- ${title} ${absolute(noticeHref(slug))} -->`,
      `<title>${title}</title><p>${absolute(noticeHref(`${slug}x`))}</p>`,
      `<a href="https://elsewhere.example${noticeHref(slug)}">原文</a>`,
    ];
    for (const html of unseen) {
      const state = await giveAndLook(memberId, id, newPage(await html).url);
      expect(state, String(await html)).toMatchObject({
        version: null,
        missedAt: expect.any(Date),
        look: { error: "NOT-THERE", attempts: 1, sentAt: null, failedAt: null },
      });
    }
    expect(await countAdopters(id)).toBe(0);
    const page = newPage("<p>还没有发布</p>");
    const { id: adoptionId, look } = await giveAndLook(memberId, id, page.url);
    // It is not asked for before its time.
    await lookAtPages();
    expect(site.callsOf(page.path)).toHaveLength(1);
    page.html = await pageWith(id, 1);
    await at(later(look.dueAt, minutes(1)), lookAtPages);
    expect(await stateOf(adoptionId)).toMatchObject({ version: 1, missedAt: null, look: { error: null } });
    expect(await countAdopters(id)).toBe(1);
  });

  it("is given up after ten looks, and looked at again when its people say so", async () => {
    const { id } = await publishNotice();
    const page = newPage("<p>没有</p>");
    const { id: adoptionId } = await giveAndLook(memberId, id, page.url);
    for (let looks = 0; looks < 12; looks += 1)
      await at(later((await stateOf(adoptionId)).look.dueAt, minutes(1)), lookAtPages);
    expect((await stateOf(adoptionId)).look).toMatchObject({
      attempts: 10,
      failure: "tries",
      error: "NOT-THERE",
    });
    expect(site.callsOf(page.path)).toHaveLength(10);
    page.html = await pageWith(id, 1);
    expect(await lookAgain(await someoneAt("dept-health"), { adoptionId }).catch(({ code }) => code)).toBe(
      "FORBIDDEN",
    );
    expect(await lookAgain(await someoneAt(memberId), { adoptionId })).toEqual({ ok: true });
    await lookAtPages();
    expect(await stateOf(adoptionId)).toMatchObject({
      version: 1,
      look: { failedAt: null, error: null, attempts: 0 },
    });
  });
});

describe("a newer version", () => {
  it("has the page opened again: what still shows the older one is known, with the time, until it is replaced", async () => {
    const { id } = await publishNotice();
    const page = newPage(await pageWith(id, 1));
    const { id: adoptionId } = await giveAndLook(memberId, id, page.url);
    await publishNewer(id);
    const first = now();
    await lookAtPages();
    const state = await stateOf(adoptionId);
    expect(state).toMatchObject({
      version: 1,
      missedAt: null,
      look: { version: 2, error: "OLDER", sentAt: null },
    });
    expect(state.seenAt?.getTime()).toBeGreaterThanOrEqual(first.getTime());
    expect(await countAdopters(id)).toBe(1);
    // It was not told that it has the newer one.
    expect((await pullOf(id)).receivedAt).toBeNull();
    page.html = await pageWith(id, 2);
    await at(later(state.look.dueAt, minutes(1)), lookAtPages);
    expect(await stateOf(adoptionId)).toMatchObject({
      version: 2,
      look: { version: 2, sentAt: expect.any(Date) },
    });
    expect((await pullOf(id)).receivedBy).toBe("republished");
  });

  it("stands in a frame at once", async () => {
    const { id, slug } = await publishNotice();
    const { id: adoptionId } = await giveAndLook(memberId, id, newPage(pageWithFrame(slug)).url);
    await publishNewer(id);
    await lookAtPages();
    expect(await stateOf(adoptionId)).toMatchObject({ version: 2, look: { sentAt: expect.any(Date) } });
  });

  it("that retracts the notice is shown only by who says so, and by who takes the page away", async () => {
    const { id } = await publishNotice();
    const [kept, honest, gone] = [
      newPage(await pageWith(id, 1)),
      newPage(await pageWith(id, 1)),
      newPage(await pageWith(id, 1)),
    ];
    const ids: string[] = [];
    for (const { url } of [kept, honest, gone]) ids.push((await giveAndLook(memberId, id, url)).id);
    honest.html = await pageWith(id, 1, "<p>本文已撤回。</p>");
    site.replies.set(gone.path, (response) => void response.writeHead(404).end());
    await publishNewer(id, "retraction");
    await lookAtPages();
    const [one, two, three] = await Promise.all(ids.map(stateOf));
    expect(one).toMatchObject({ version: 1, look: { error: "OLDER" } });
    expect(two).toMatchObject({ version: 2, look: { error: null } });
    expect(three).toMatchObject({ version: 1, missedAt: expect.any(Date), look: { error: "HTTP-404" } });
    expect(await db.event.count({ where: { type: "adoption.lost", subjectId: three?.id ?? "" } })).toBe(1);
  });

  it("that is published while a page is given is the one that is looked for", async () => {
    const { id } = await publishNotice();
    const page = newPage(await pageWith(id, 1));
    const outcome = await give(memberId, id, page.url);
    await publishNewer(id);
    await db.pageLook.updateMany({ where: { version: 1 }, data: { failedAt: null, failure: null } });
    await db.pageLook.deleteMany({ where: { version: 2, adoption: { debunkId: id } } });
    await lookAtPages();
    await lookAtPages();
    expect((await stateOf(outcome.ok ? outcome.adoptionId : "")).look).toMatchObject({
      version: 2,
      error: "OLDER",
    });
    expect(site.callsOf(page.path)).toHaveLength(1);
  });
});

describe("a page of somebody who means no good", () => {
  it("is refused before it is opened: our own, no page, another member's", async () => {
    const { id, slug } = await publishNotice();
    const calls = site.calls.length;
    const refused = async (url: string, as = memberId) => {
      const outcome = await give(as, id, url);
      return outcome.ok ? "ok" : outcome.reason;
    };
    expect(await refused(absolute(noticeHref(slug)))).toBe("OWN_SITE");
    expect(await refused("https://www.baidu.com/s?wd=a")).toBe("NOT_ONE_PAGE");
    expect(await refused("https://news.example.org/")).toBe("NOT_ONE_PAGE");
    const theirs = newPage(await pageWith(id, 1));
    expect(await refused(theirs.url)).toBe("ok");
    await lookAtPages();
    expect(await refused(theirs.url, "dept-health")).toBe("OTHERS_PAGE");
    expect(await refused(newPage("x").url, "dept-health")).toBe("OTHERS_SITE");
    // The group to which the outlet belongs publishes there as well.
    const { parentId } = await db.member.findUniqueOrThrow({ where: { id: memberId } });
    expect(await refused(newPage("x").url, parentId ?? "")).toBe("ok");
    const { id: other } = await publishNotice();
    expect(await give(memberId, other, theirs.url)).toMatchObject({ reason: "OTHER_NOTICE" });
    expect(site.calls.length).toBe(calls + 1);
  });

  it("in a private network is not opened, whatever its name", async () => {
    const { id } = await publishNotice();
    const url = "http://localtest.example.org/page";
    const outcome = await give(memberId, id, url);
    const adoptionId = outcome.ok ? outcome.adoptionId : "";
    const host = "10.0.0.8";
    // An address that was public when it was given, as a row of before the check.
    await db.adoption.update({ where: { id: adoptionId }, data: { url: `http://${host}/page`, host } });
    await lookAtPages();
    expect((await stateOf(adoptionId)).look).toMatchObject({ error: "PrivateAddress", attempts: 1 });
  });

  it.each([
    ["elsewhere", "HTTP-307"],
    ["broken", "HTTP-500"],
    ["endless", "NOT-WHOLE"],
    ["cut", "ECONNRESET"],
  ])("that is %s is no republication, and its member is told why", async (behaviour, error) => {
    const { id } = await publishNotice();
    count += 1;
    const state = await giveAndLook(memberId, id, `http://${site.host}/${behaviour}/${count}`);
    expect(state).toMatchObject({ version: null, look: { error, attempts: 1 } });
  });

  it("with a certificate that nobody vouches for is not read", async () => {
    const { id } = await publishNotice();
    const state = await giveAndLook(memberId, id, `https://${untrusted.host}/page`);
    expect(state.look.error).toMatch(/CERT/);
  });

  it("that is a picture is no page", async () => {
    const { id } = await publishNotice();
    const state = await giveAndLook(memberId, id, newPage(await pageWith(id, 1), "image/png").url);
    expect(state).toMatchObject({ version: null, look: { error: "NOT-A-PAGE" } });
  });

  it("and hangs keeps no other member's waiting, and not for ever", async () => {
    const { id } = await publishNotice();
    const hanging = await Promise.all(
      Array.from({ length: 9 }, (_, nth) => give(memberId, id, `http://${site.host}/hang/${nth}`)),
    );
    const page = newPage(await pageWith(id, 1));
    const { parentId } = await db.member.findUniqueOrThrow({ where: { id: memberId } });
    const other = await give(parentId ?? "", id, page.url);
    const looking = lookAtPages();
    await vi.waitFor(
      async () => expect((await stateOf(other.ok ? other.adoptionId : "")).version).toBe(1),
      10_000,
    );
    expect(site.calls.filter(({ path }) => path.startsWith("/hang/"))).toHaveLength(2);
    const ids = hanging.map((outcome) => (outcome.ok ? outcome.adoptionId : ""));
    const actor = await someoneAt(memberId);
    for (const adoptionId of ids.slice(2)) await withdrawAdoption(actor, { adoptionId });
    await looking;
    const errors = (await Promise.all(ids.map(stateOf))).flatMap(({ look: { error } }) => error ?? []);
    expect(errors.every((error) => error === "TimeoutError" || error === "ABORT_ERR")).toBe(true);
    expect(errors.length).toBeGreaterThanOrEqual(2);
  }, 60_000);
});

describe("a republication that was told wrongly", () => {
  it("is taken back by its member: it counts no more, and who took it back stays", async () => {
    const { id } = await publishNotice();
    const page = newPage(await pageWith(id, 1));
    const { id: adoptionId } = await giveAndLook(memberId, id, page.url);
    const actor = await someoneAt(memberId);
    const stranger = await someoneAt("dept-health");
    expect(await withdrawAdoption(stranger, { adoptionId }).catch(({ code }) => code)).toBe("FORBIDDEN");
    expect(await withdrawAdoption(actor, { adoptionId })).toEqual({ ok: true });
    expect(await withdrawAdoption(actor, { adoptionId })).toEqual({ ok: false, reason: "TAKEN_BACK" });
    expect(await countAdopters(id)).toBe(0);
    expect(await stateOf(adoptionId)).toMatchObject({
      withdrawnById: actor.userId,
      withdrawnAt: expect.any(Date),
      version: 1,
    });
    expect(await lookAgain(actor, { adoptionId })).toMatchObject({ reason: "TAKEN_BACK" });
    await publishNewer(id);
    await at(soon(), lookAtPages);
    expect(site.callsOf(page.path)).toHaveLength(1);
    // Told anew it counts when it has been seen.
    expect(await give(memberId, id, page.url)).toMatchObject({ ok: true, isNew: false });
    expect(await countAdopters(id)).toBe(0);
    await at(soon(), lookAtPages);
    expect(await countAdopters(id)).toBe(1);
  });
});
