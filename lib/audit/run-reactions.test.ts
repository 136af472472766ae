import { beforeAll, describe, expect, it, vi } from "vitest";
import { placeReport } from "#lib/claims/reports/place-report";
import { submitReport } from "#lib/intake/submit-report";
import { at, withoutReactions } from "#lib/platform/at";
import { after, days, hours, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { actorOf, seedPerson } from "#seed/people";
import { readyReference } from "#seed/reference";
import { outboxTypes } from "./event-types.ts";
import { listGivenUp } from "./queries.ts";
import { EVENT_QUEUE } from "./queues.ts";
import { retryReactions } from "./retry-reactions.ts";
import { MOST_ATTEMPTS, type Reaction, type Reactions, runReactions } from "./run-reactions.ts";
import { sweepEvents } from "./sweep-events.ts";

beforeAll(readyReference);

async function submittedEvent(text: string) {
  await submitReport({ text }, { channel: "web", locale: "zh-CN" });
  const report = await db.report.findFirstOrThrow({ where: { text } });
  return db.event.findFirstOrThrow({ where: { type: "report.submitted", subjectId: report.id } });
}

const ago = (milliseconds: number) => after(now(), -milliseconds);

/** A report of some hours ago whose job has ended, as the queue leaves it that gave up. */
async function forgottenEvent(text: string, past = hours(2)) {
  const event = await at(ago(past), () => submittedEvent(text));
  await db.$executeRaw`DELETE FROM pgboss.job WHERE name = ${EVENT_QUEUE} AND data ->> 'eventId' = ${event.id}`;
  return event;
}

const none = Object.fromEntries(outboxTypes.map((type) => [type, {}])) as Reactions;
const reacting = (named: Record<string, Reaction>): Reactions => ({ ...none, "report.submitted": named });

const jobsOf = ({ id }: { id: string }) => db.$queryRaw<object[]>`
  SELECT FROM pgboss.job WHERE name = ${EVENT_QUEUE} AND data ->> 'eventId' = ${id}`;

const rowsOf = async ({ id: eventId }: { id: string }) =>
  Object.fromEntries(
    (await db.reactionRun.findMany({ where: { eventId } })).map(({ reaction, ...row }) => [reaction, row]),
  );

const done = async () => {};
const fail = async () => {
  throw Object.assign(new Error("有人写了手机号"), { code: "ECONNREFUSED" });
};

describe("the reactions to an event", () => {
  it("run again after one has failed, and none twice after it succeeded", async () => {
    const event = await submittedEvent("会失败一次");
    const steady = vi.fn(done);
    const shaky = vi.fn(done).mockRejectedValueOnce(new Error("mail server down"));
    const reactions = reacting({ shaky, steady });
    await expect(runReactions(reactions, event.id)).rejects.toThrow();
    expect(steady).toHaveBeenCalledTimes(1);
    expect(await rowsOf(event)).toMatchObject({
      shaky: { ranAt: null, attempts: 1, error: "Error" },
      steady: { ranAt: expect.any(Date), attempts: 1, triedAt: null },
    });
    await runReactions(reactions, event.id);
    await runReactions(reactions, event.id);
    expect(shaky).toHaveBeenCalledTimes(2);
    expect(steady).toHaveBeenCalledTimes(1);
    expect(await rowsOf(event)).toMatchObject({
      shaky: { ranAt: expect.any(Date), attempts: 2, error: null },
    });
  });

  it("leave nothing behind when the worker is killed, and count what killed it", async () => {
    const event = await submittedEvent("处理时进程被杀");
    let kill = true;
    const deadly = vi.fn(() => (kill ? new Promise<void>(() => {}) : Promise.resolve()));
    const reactions = reacting({ deadly });
    void runReactions(reactions, event.id);
    await vi.waitFor(() => expect(deadly).toHaveBeenCalledTimes(1), { timeout: 60_000 });
    expect(await rowsOf(event)).toEqual({});
    void runReactions(reactions, event.id, true);
    await vi.waitFor(() => expect(deadly).toHaveBeenCalledTimes(2), { timeout: 60_000 });
    expect(await rowsOf(event)).toMatchObject({ deadly: { ranAt: null, attempts: 2 } });
    kill = false;
    await runReactions(reactions, event.id, true);
    expect(await rowsOf(event)).toMatchObject({ deadly: { ranAt: expect.any(Date), attempts: 3 } });
  });
});

it("makes one claim of a report, however many workers take it up at once", async () => {
  const { subjectId } = await submittedEvent("抢着处理");
  await Promise.all(Array.from({ length: 8 }, () => placeReport(subjectId)));
  expect(await db.claimReport.count({ where: { reportId: subjectId } })).toBe(1);
  expect(await db.claim.count({ where: { wording: "抢着处理" } })).toBe(1);
});

describe("the sweep", () => {
  it("takes up an event of which one reaction has run and another has not", async () => {
    const event = await forgottenEvent("做了一半");
    const reactions = reacting({ done, fail });
    await at(ago(hours(1)), () => runReactions(reactions, event.id)).catch(() => {});
    expect(await rowsOf(event)).toMatchObject({ done: { ranAt: expect.any(Date) }, fail: { ranAt: null } });
    await sweepEvents(reactions);
    expect(await jobsOf(event)).toHaveLength(1);
  });

  it("takes up what nobody has tried, and what a later version does besides", async () => {
    const [untried, partly] = [await forgottenEvent("没人碰过"), await forgottenEvent("后来又多了一样")];
    await runReactions(reacting({ done }), partly.id);
    await sweepEvents(reacting({ done, more: done }));
    expect(await jobsOf(untried)).toHaveLength(1);
    expect(await jobsOf(partly)).toHaveLength(1);
    expect(await rowsOf(untried)).toMatchObject({ done: { attempts: 0, triedAt: untried.at }, more: {} });
  });

  it("leaves alone what has run, what is in hand, what is long past, and for good what was only told", async () => {
    const reactions = reacting({ done, fail });
    const complete = await forgottenEvent("都做完了");
    await runReactions(reacting({ done, fail: done }), complete.id);
    const inHand = await forgottenEvent("刚刚失败");
    await runReactions(reactions, inHand.id).catch(() => {});
    const longPast = await forgottenEvent("三天以前", days(3));
    const told = await at(ago(hours(2)), () => withoutReactions(() => submittedEvent("两个小时以前的事")));
    await sweepEvents(reactions);
    for (const event of [complete, inHand, longPast, told]) expect(await jobsOf(event)).toEqual([]);
    await runReactions(reactions, told.id);
    expect(Object.keys(await rowsOf(told))).toEqual(["history"]);
  });
});

describe("what fails again and again", () => {
  const platform = async (role: "admin" | "auditor" | "moderator") =>
    actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role }] }));

  async function givenUp(text: string) {
    const event = await forgottenEvent(text);
    const attempts = { attempts: MOST_ATTEMPTS - 1, triedAt: ago(hours(1)) };
    await db.reactionRun.create({ data: { eventId: event.id, reaction: "fail", ...attempts } });
    return event;
  }

  it("is given up, on record, and kept from nobody who may see it", async () => {
    const event = await givenUp("怎么也做不成");
    const failing = vi.fn(fail);
    const reactions = reacting({ fail: failing });
    await runReactions(reactions, event.id);
    await runReactions(reactions, event.id, true);
    expect(failing).toHaveBeenCalledTimes(1);
    await sweepEvents(reactions);
    expect(await jobsOf(event)).toEqual([]);
    const records = await db.event.findMany({
      where: { subjectId: event.id, type: "reaction.given-up" },
      select: { actorKind: true, data: true, claimId: true },
    });
    const data = { reaction: "fail", event: "report.submitted" };
    expect(records).toEqual([{ actorKind: "system", data, claimId: null }]);
    const { rows, count } = await listGivenUp(await platform("auditor"));
    expect(rows.filter(({ eventId }) => eventId === event.id)).toMatchObject([
      {
        reaction: "fail",
        attempts: MOST_ATTEMPTS,
        error: "ECONNREFUSED",
        event: { type: "report.submitted" },
      },
    ]);
    expect(count).toBe(rows.length);
    await expect(listGivenUp(await platform("moderator"))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("is tried again when the desk says so, once, and is then as good as new", async () => {
    const event = await givenUp("再试一次就好");
    await runReactions(reacting({ fail }), event.id);
    const one = { which: "one", eventId: event.id, reaction: "fail" } as const;
    await expect(retryReactions(await platform("auditor"), one)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const admin = await platform("admin");
    const outcomes = await Promise.all([retryReactions(admin, one), retryReactions(admin, one)]);
    expect(outcomes).toContainEqual({ ok: true, count: 1 });
    expect(outcomes).toContainEqual({ ok: false, reason: "NOT_GIVEN_UP" });
    expect(await jobsOf(event)).toHaveLength(1);
    expect(await db.event.count({ where: { subjectId: event.id, type: "reaction.retried" } })).toBe(1);
    await runReactions(reacting({ fail: done }), event.id);
    expect(await rowsOf(event)).toMatchObject({
      fail: { ranAt: expect.any(Date), attempts: 1, error: null },
    });
  });

  it("all of it, when the desk says so", async () => {
    const events = [await givenUp("存储不在，甲"), await givenUp("存储不在，乙")];
    for (const { id } of events) await runReactions(reacting({ fail }), id);
    const outcome = await retryReactions(await platform("admin"), { which: "all" });
    expect(outcome.ok && outcome.count).toBeGreaterThanOrEqual(2);
    for (const event of events) expect(await jobsOf(event)).toHaveLength(1);
  });

  it("cannot be both done and given up, nor neither without a time", async () => {
    const { id: eventId } = await submittedEvent("数据库也不信");
    const key = { eventId, reaction: "x" };
    const wrong = [{ ranAt: now(), gaveUpAt: now() }, {}, { triedAt: now(), attempts: -1 }];
    for (const data of wrong) {
      await expect(db.reactionRun.create({ data: { ...key, ...data } })).rejects.toThrow(/reaction_runs_/);
    }
  });
});
