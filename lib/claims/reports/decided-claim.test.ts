import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor";
import { findMatches } from "#lib/answers/find-matches";
import { trackReport } from "#lib/answers/track-report";
import { toTracking } from "#lib/answers/tracking-view";
import { closeClaim } from "#lib/claims/close-claim";
import { builtInText } from "#lib/claims/closing-texts";
import { mergeClaim } from "#lib/claims/merge-claim";
import { noteAskedAgain } from "#lib/claims/note-asked-again";
import { reopenClaim } from "#lib/claims/reopen-claim";
import type { CloseClaim } from "#lib/claims/schema";
import { decisions } from "#lib/claims/status";
import { meanwhile } from "#lib/claims/testing/meanwhile";
import { listAskedAgain } from "#lib/desk/list-asked-again";
import { submitReport } from "#lib/intake/submit-report";
import { knownClaims } from "#lib/matching/known-claims";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { describeNews } from "#lib/publishing/describe-news";
import { actorOf, seedPerson } from "#seed/people";
import { readyReference } from "#seed/reference";
import { countAsking } from "./count-asking.ts";
import { checkCounts } from "./count-reports.ts";
import { placeReport } from "./place-report.ts";

let moderator: Actor;
beforeAll(async () => {
  await readyReference();
  moderator = actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role: "moderator" }] }));
});

const note = "只给当时来问的人看的话。";

async function file(text: string) {
  const outcome = await submitReport({ text }, { channel: "web", locale: "zh-CN" });
  if (!outcome.ok) throw new Error(outcome.reason);
  const { id } = await db.report.findFirstOrThrow({ orderBy: { id: "desc" }, select: { id: true } });
  return { id, receipt: outcome.receipt };
}

const membershipOf = (reportId: string) =>
  db.claimReport.findUniqueOrThrow({ where: { reportId }, include: { claim: true } });

async function send(text: string) {
  const report = await file(text);
  await placeReport(report.id);
  return { ...report, ...(await membershipOf(report.id)) };
}

const claimOf = (id: string) => db.claim.findUniqueOrThrow({ where: { id } });
const inHand = async (claimId: string) => ({ claimId, version: (await claimOf(claimId)).version });
const heard = async (claimId: string) => (await knownClaims()).refresh([claimId]);

/** A claim that a report founded, closed by the desk. */
async function closed(text: string, closing: CloseClaim["closing"]) {
  const first = await send(text);
  const channel = closing === "other-channel" ? "12345" : undefined;
  await closeClaim(moderator, { ...(await inHand(first.claimId)), closing, note, channel });
  await heard(first.claimId);
  return first;
}

const saying = {
  opinion: "内江的甜城湖夜景比成都的锦江夜景好看一百倍",
  "not-checkable": "我外婆的外婆在宣统二年见过沱江里的白龙",
  "other-channel": "资阳雁江区物业乱收停车费三年了没有人管",
} as const;

describe.each(decisions)("what was closed as %s", (closing) => {
  it("is known when the same comes again, which joins it and is told what everybody is", async () => {
    const text = saying[closing];
    const first = await closed(text, closing);
    const channel = closing === "other-channel" ? "12345" : null;
    for (const language of ["zh-CN", "en"] as const) {
      const asked = `${text}！！`;
      expect(await findMatches({ text: asked }, { language, limit: 3, filing: "with key" })).toMatchObject([
        {
          kind: "claim",
          id: first.claimId,
          title: asked,
          level: "same",
          state: closing,
          closing: { note: builtInText(closing, language), channel },
        },
      ]);
    }
    const again = await send(`请问${text}`);
    expect(again).toMatchObject({ claimId: first.claimId, reason: "matched" });
    expect(again.claim).toMatchObject({ status: closing, reportCount: 2 });
    expect(await db.event.count({ where: { subjectId: again.id, type: "report.joined" } })).toBe(1);
    const [before, after] = [await trackReport(first.receipt), await trackReport(again.receipt)];
    expect(before).toMatchObject({ state: closing, closingNote: note });
    expect(after).toMatchObject({ state: closing, closingNote: null, closingChannel: channel });
    expect(after && (await toTracking(after, "en")).closing).toEqual({
      note: builtInText(closing, "en"),
      channel,
    });
    const [joined, ended] = await Promise.all(
      (["report.joined", "claim.closed"] as const).map((type) =>
        db.event.findFirstOrThrow({ where: { claimId: first.claimId, type } }),
      ),
    );
    expect(await describeNews(joined?.id ?? "")).toMatchObject({ kind: "closing", note: null });
    expect(await describeNews(ended?.id ?? "")).toMatchObject({ kind: "closing", note });
  });
});

it("says nothing of what only resembles it, and nothing of a report that was too vague", async () => {
  const first = await closed("攀枝花的芒果比海南的芒果甜得多", "opinion");
  const [other] =
    (await findMatches({ text: "攀枝花的石榴比云南的石榴甜得多" }, { language: "zh-CN", limit: 3 })) ?? [];
  expect(other?.id).not.toBe(first.claimId);
  const text = "那个事情听说昨天晚上又发生了一次很吓人";
  const vague = await closed(text, "too-vague");
  expect((await send(text)).claimId).not.toBe(vague.claimId);
});

it("shows the words of the claim only where a person had read them", async () => {
  const first = await closed("遂宁人说话比绵阳人说话好听十倍", "opinion");
  const ask = async () =>
    (await findMatches({ text: "遂宁人说话，比绵阳人说话好听十倍" }, { language: "zh-CN", limit: 1 }))?.[0];
  expect(await ask()).toMatchObject({ title: "遂宁人说话，比绵阳人说话好听十倍" });
  await db.claim.update({
    where: { id: first.claimId },
    data: { closedFrom: "triaged", wording: "遂宁话更好听" },
  });
  expect(await ask()).toMatchObject({ title: "遂宁话更好听" });
});

describe("while a report comes to a claim that was closed", () => {
  it("a reopening takes it along", async () => {
    const first = await closed("广安的小面比重庆的小面好吃三倍", "opinion");
    const { id } = await file("广安的小面比重庆的小面好吃三倍！");
    const hand = await inHand(first.claimId);
    await meanwhile(
      { id: first.claimId },
      () => placeReport(id),
      (tx) =>
        tx.claim.update({
          where: { id: first.claimId, version: hand.version },
          data: {
            status: "received",
            closedFrom: null,
            closedAt: null,
            closingNote: null,
            version: { increment: 1 },
          },
        }),
    );
    const placed = await membershipOf(id);
    expect(placed).toMatchObject({ claimId: first.claimId, claim: { status: "received", reportCount: 2 } });
  });

  it("and it is reopened and merged, the report goes where its claim went", async () => {
    const target = await send("德阳的绵竹年画全部改成机器印刷，不再手工");
    const first = await closed("绵竹年画比天津年画好看得多，谁都比不上", "opinion");
    const { id } = await file("绵竹年画比天津年画好看得多，谁都比不上！");
    await reopenClaim(moderator, { ...(await inHand(first.claimId)), reason: "再看看" });
    const [merged] = await Promise.all([
      mergeClaim(moderator, {
        ...(await inHand(first.claimId)),
        intoNumber: target.claim.number,
        reason: "同一件事",
      }),
      placeReport(id),
    ]);
    expect(merged).toEqual({ ok: true });
    const { claim } = await membershipOf(id);
    expect([claim.id, claim.sharedId]).toContain(
      claim.id === target.claimId ? target.claimId : first.claimId,
    );
    expect(claim.sharedId).toBe(target.claimId);
    await checkCounts();
    expect(await claimOf(target.claimId)).toMatchObject({ reportCount: 3 });
  });
});

it("shows the desk what many ask about again, once, until it is opened anew", async () => {
  const first = await closed("达州的灯影牛肉是全国最好吃的牛肉", "opinion");
  const shown = async () => (await listAskedAgain(moderator)).map(({ id }) => id);
  const ask = () => countAsking({ claimId: first.claimId, key: newId() });
  for (let at = 0; at < 18; at++)
    expect(await ask()).toEqual({ claimId: first.claimId, slug: null, isDecided: true });
  await send("达州的灯影牛肉是全国最好吃的牛肉！");
  await noteAskedAgain(first.claimId);
  expect(await shown()).not.toContain(first.claimId);
  await Promise.all([ask(), ask(), ask()]);
  expect(await shown()).toContain(first.claimId);
  const told = { where: { claimId: first.claimId, type: "claim.asked-again" } } as const;
  expect(await db.event.findMany(told)).toMatchObject([{ actorKind: "system", data: { counties: 0 } }]);
  await reopenClaim(moderator, { ...(await inHand(first.claimId)), reason: "很多人问" });
  expect(await shown()).not.toContain(first.claimId);
});
