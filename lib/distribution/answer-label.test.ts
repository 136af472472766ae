import { beforeAll, describe, expect, it } from "vitest";
import { counter } from "#lib/platform/counter";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { asOwner } from "#lib/platform/testing/as-owner";
import { handlersOf } from "#lib/web/handlers";
import { described, post } from "#lib/web/testing/call";
import { seedKey } from "#seed/keys";
import { actorOf, seedPerson } from "#seed/people";
import { listLabelAnswers } from "./list-label-answers.ts";
import { correctLabelled, getLabels, publishLabelled, readLabels } from "./testing/labels.ts";

const PATH = "/api/v1/member/labels";
const { POST } = handlersOf(PATH);
const [douyin, kuaishou] = ["plat-douyin", "plat-kuaishou"];

const keyOf = (memberId = douyin) => seedKey({ memberId, scopes: ["deliveries"] });
const answer = (secret: string, body: object) =>
  post(POST, PATH, body, { authorization: `Bearer ${secret}` });

async function labelled() {
  const { debunk } = await publishLabelled();
  const label = await db.label.findFirstOrThrow({ where: { version: { debunkId: debunk.id } } });
  return { debunk, labelId: label.id, cursor: String(label.seq - 1n) };
}

const rowsOf = (labelId: string) =>
  db.labelAnswer.findMany({ where: { labelId }, orderBy: { number: "asc" } });

let ours: Awaited<ReturnType<typeof keyOf>>;
beforeAll(async () => {
  ours = await keyOf();
});

describe("POST /api/v1/member/labels", () => {
  it("keeps each answer with its key, tells what holds, and records it", async () => {
    const { debunk, labelId } = await labelled();
    const first = await answer(ours.secret, { labelId, outcome: "labelled", marked: 12 });
    expect(first.status).toBe(200);
    expect(await described(first, "post", PATH)).toMatchObject({
      outcome: "labelled",
      marked: 12,
      reason: null,
    });
    const second = await answer(ours.secret, { labelId, outcome: "declined", reason: "语境不同" });
    expect(await described(second, "post", PATH)).toMatchObject({
      outcome: "declined",
      marked: null,
      reason: "语境不同",
    });
    expect(await rowsOf(labelId)).toMatchObject([
      { number: 1, memberId: douyin, apiKeyId: ours.id, outcome: "labelled", marked: 12 },
      { number: 2, memberId: douyin, apiKeyId: ours.id, outcome: "declined", reason: "语境不同" },
    ]);
    const events = await db.event.findMany({
      where: { type: "label.answered", subjectId: labelId },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ data }) => data)).toMatchObject([
      { member: douyin, key: ours.id, slug: debunk.slug, version: 1, outcome: "labelled", marked: 12 },
      { member: douyin, outcome: "declined" },
    ]);
    expect(JSON.stringify(events.map(({ data, reason }) => [data, reason]))).not.toContain("语境");
  });

  it("changes nothing by the same again, whether later or at once", async () => {
    const { labelId } = await labelled();
    const body = { labelId, outcome: "no-match" };
    const answers = await Promise.all(Array.from({ length: 6 }, () => answer(ours.secret, body)));
    const told = new Set(await Promise.all(answers.map((response) => response.text())));
    expect(told.size).toBe(1);
    expect(await (await answer(ours.secret, body)).text()).toBe([...told][0]);
    expect(await rowsOf(labelId)).toHaveLength(1);
    expect(await db.event.count({ where: { type: "label.answered", subjectId: labelId } })).toBe(1);
  });

  it("numbers different answers that come at once, and loses none", async () => {
    const { labelId } = await labelled();
    const counts = [1, 2, 3, 4, 5, 6];
    await Promise.all(counts.map((marked) => answer(ours.secret, { labelId, outcome: "labelled", marked })));
    const rows = await rowsOf(labelId);
    expect(rows.map(({ number }) => number)).toEqual(counts);
    expect(rows.map(({ marked }) => marked).toSorted()).toEqual(counts);
  });

  it("removes personal details from a reason before it is stored", async () => {
    const { labelId } = await labelled();
    await answer(ours.secret, { labelId, outcome: "declined", reason: "作者 13812345678 已更正" });
    expect((await rowsOf(labelId))[0]?.reason).toBe("作者 〔电话已隐去〕 已更正");
  });

  it.each([
    { outcome: "labelled" },
    { outcome: "labelled", marked: 0 },
    { outcome: "labelled", marked: 1.5 },
    { outcome: "declined" },
    { outcome: "declined", reason: " " },
    { outcome: "declined", reason: "长".repeat(301) },
    { outcome: "removed" },
    {},
  ])("refuses %j", async (body) => {
    const { labelId } = await labelled();
    const response = await answer(ours.secret, { labelId, ...body });
    expect(response.status).toBe(422);
    await described(response, "post", PATH);
    expect(await rowsOf(labelId)).toEqual([]);
  });

  it("answers 404 to a label that nobody made", async () => {
    for (const labelId of [newId(), "nothing", "", "\u0000", "9".repeat(40)]) {
      const response = await answer(ours.secret, { labelId, outcome: "no-match" });
      expect(response.status, labelId).toBe(404);
      await described(response, "post", PATH);
    }
  });

  it("tells members that are no platform so, and stores nothing", async () => {
    const { labelId } = await labelled();
    for (const memberId of ["outlet-cover-news", "dept-health"]) {
      const { secret } = await keyOf(memberId);
      for (const id of [labelId, newId()]) {
        const response = await answer(secret, { labelId: id, outcome: "no-match" });
        expect(response.status).toBe(403);
        expect(await described(response, "post", PATH)).toMatchObject({
          type: "urn:bianzhen:problem:not-a-platform",
        });
      }
    }
    expect(await rowsOf(labelId)).toEqual([]);
  });

  it("is for keys that may", async () => {
    const { labelId } = await labelled();
    const { secret } = await seedKey({ memberId: douyin, scopes: ["intake", "assignments"] });
    expect((await answer(secret, { labelId, outcome: "no-match" })).status).toBe(403);
    expect((await answer("bz_nothing", { labelId, outcome: "no-match" })).status).toBe(401);
    expect((await post(POST, PATH, { labelId, outcome: "no-match" })).status).toBe(401);
  });

  it("lets a platform answer so often in a minute, and the others as before", async () => {
    const { labelId } = await labelled();
    const busy = "plat-tencent";
    const { secret } = await keyOf(busy);
    await counter("label answers", 60).add(busy, 600);
    const response = await answer(secret, { labelId, outcome: "no-match" });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    await described(response, "post", PATH);
    expect((await answer(ours.secret, { labelId, outcome: "no-match" })).status).toBe(200);
  });

  it("asks for no answer to a revocation, also in the database", async () => {
    const { debunk, labelId: revoked } = await labelled();
    await correctLabelled(debunk.id, "retraction");
    const { id: labelId } = await db.label.findFirstOrThrow({ where: { supersedesId: revoked } });
    const response = await answer(ours.secret, { labelId, outcome: "labelled", marked: 1 });
    expect(response.status).toBe(422);
    expect(await described(response, "post", PATH)).toMatchObject({
      errors: [{ path: "labelId", code: "labelRevokes" }],
    });
    await expect(store({ labelId, outcome: "no-match" })).rejects.toThrow(
      "label_answers_label_id_action_fkey",
    );
    // What was done with the label itself can still be told.
    expect((await answer(ours.secret, { labelId: revoked, outcome: "labelled", marked: 1 })).status).toBe(
      200,
    );
  });
});

const store = ({ labelId = "", outcome = "", marked = "NULL", reason = "NULL", number = "1" }) =>
  asOwner(
    `INSERT INTO label_answers (id, label_id, member_id, number, outcome, marked, reason, api_key_id, at)
     VALUES ('${newId()}', '${labelId}', '${douyin}', ${number}, '${outcome}', ${marked}, ${reason}, '${ours.id}', '2026-01-01')`,
  );

it("holds in the database what an answer is", async () => {
  const { labelId } = await labelled();
  const refused = [
    { outcome: "labelled" },
    { outcome: "labelled", marked: "0" },
    { outcome: "no-match", marked: "3" },
    { outcome: "declined" },
    { outcome: "declined", reason: "''" },
    { outcome: "no-match", reason: "'why'" },
    { outcome: "removed" },
    { outcome: "no-match", number: "0" },
  ];
  for (const wrong of refused)
    await expect(store({ labelId, ...wrong }), JSON.stringify(wrong)).rejects.toThrow(/check constraint/);
  await store({ labelId, outcome: "no-match" });
  await expect(store({ labelId, outcome: "no-match" })).rejects.toThrow(/unique/);
  await expect(
    asOwner(`UPDATE label_answers SET number = 7 WHERE label_id = '${labelId}'`),
  ).rejects.toThrow();
});

it("shows a member its own answers beside the labels, to be kept by nobody", async () => {
  const { labelId, cursor } = await labelled();
  await answer(ours.secret, { labelId, outcome: "labelled", marked: 3 });
  await answer(ours.secret, { labelId, outcome: "labelled", marked: 4 });
  const theirs = await keyOf(kuaishou);
  const response = await getLabels({ cursor, limit: "1" }, ours.secret);
  expect(response.headers.get("cache-control")).toBe("no-store");
  for (const name of ["etag", "access-control-allow-origin"]) expect(response.headers.get(name)).toBeNull();
  expect(await described(response, "get", "/api/v1/labels")).toMatchObject({
    items: [{ id: labelId, answer: { outcome: "labelled", marked: 4, reason: null } }],
  });
  expect((await readLabels({ cursor, limit: "1" }, theirs.secret)).items[0]?.answer).toBeNull();
  expect((await readLabels({ cursor, limit: "1" })).items[0]).not.toHaveProperty("answer");
});

describe("what is known of a notice's labels", () => {
  const editor = async (memberId = "sc-piyao", role: "duty-editor" | "writer" = "duty-editor") =>
    actorOf(await seedPerson({ roles: [{ memberId, role }] }));

  it("tells which platforms answered what, and who is silent", async () => {
    const { debunk, labelId } = await labelled();
    const actor = await editor();
    await answer(ours.secret, { labelId, outcome: "labelled", marked: 3 });
    await answer(ours.secret, { labelId, outcome: "labelled", marked: 5 });
    await answer((await keyOf(kuaishou)).secret, { labelId, outcome: "declined", reason: "语境不同" });
    const platforms = await db.member.findMany({ where: { kind: "commercial-platform" } });
    const silent = platforms.map(({ id }) => id).filter((id) => id !== douyin && id !== kuaishou);
    expect(silent.length).toBeGreaterThan(0);
    const [label] = await listLabelAnswers(actor, debunk.id);
    expect(label).toMatchObject({ id: labelId, version: 1, action: "label", isCurrent: true });
    expect(label?.answers).toMatchObject([
      { member: { id: douyin }, outcome: "labelled", marked: 5 },
      { member: { id: kuaishou }, outcome: "declined", reason: "语境不同" },
    ]);
    expect(label?.silent.map(({ id }) => id)).toEqual(silent.toSorted());

    await correctLabelled(debunk.id, "correction");
    await correctLabelled(debunk.id, "retraction");
    const all = await listLabelAnswers(actor, debunk.id);
    expect(
      all.map(({ action, isCurrent, answers, silent }) => [action, isCurrent, answers.length, silent.length]),
    ).toEqual([
      ["revoke", true, 0, 0],
      ["label", false, 0, platforms.length],
      ["label", false, 2, silent.length],
    ]);
  });

  it("is for those who see all deliveries", async () => {
    const { debunk } = await labelled();
    await expect(listLabelAnswers(await editor("outlet-cover-news", "writer"), debunk.id)).rejects.toThrow(
      "FORBIDDEN",
    );
  });
});
