import { describe, expect, it } from "vitest";
import { listTimeline } from "#lib/desk/list-timeline";
import { db } from "#lib/platform/db";
import { seedClaim } from "#seed/claims";
import { readClaim } from "./read-claim.ts";
import { reviseClaim } from "./revise-claim.ts";

const facts = {
  wording: "改过的一句话",
  topicId: "food",
  subtopicId: undefined,
  places: ["510100", "510722"],
  urgency: "P1" as const,
};

it("changes what a claim says and is about, with what was before on record", async () => {
  const claim = await seedClaim({
    status: "verifying",
    topicId: "health",
    places: ["510700"],
    urgency: "P2",
  });
  const before = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
  const input = { ...facts, claimId: claim.id, version: claim.version };
  expect(await reviseClaim(claim.actors.moderator, input)).toEqual({ ok: true });
  const after = await db.claim.findUniqueOrThrow({ where: { id: claim.id }, include: { places: true } });
  expect(after).toMatchObject({
    wording: facts.wording,
    topicId: "food",
    urgency: "P1",
    status: "verifying",
  });
  expect(after.places.map(({ divisionCode }) => divisionCode).toSorted()).toEqual(facts.places);
  expect((await listTimeline(await readClaim(claim.actors.moderator, claim.id))).at(-1)).toMatchObject({
    type: "claim.revised",
    data: {
      revised: ["wording", "topic", "places", "urgency"],
      wordingBefore: before.wording,
      wordingAfter: facts.wording,
      topicBefore: "health",
      topicAfter: "food",
      placesBefore: ["510700"],
      placesAfter: facts.places,
      urgencyBefore: "P2",
      urgencyAfter: "P1",
    },
  });
});

it("keeps former words apart from the log, so that a name can be taken out of them", async () => {
  const claim = await seedClaim({ status: "triaged", wording: "张三的号码13812345678在群里" });
  const moderator = claim.actors.moderator;
  const revise = async (wording: string) => {
    const { version } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
    const input = { ...facts, urgency: "P2" as const, claimId: claim.id, version, wording };
    expect(await reviseClaim(moderator, input)).toEqual({ ok: true });
  };
  await revise("有人的号码在群里");
  await revise("群里传的号码是假的");
  const told = (await listTimeline(await readClaim(moderator, claim.id)))
    .filter(({ type }) => type === "claim.revised")
    .map(({ data }) => [data.wordingBefore, data.wordingAfter]);
  expect(told).toEqual([
    ["张三的号码13812345678在群里", "有人的号码在群里"],
    ["有人的号码在群里", "群里传的号码是假的"],
  ]);
  const logged = await db.event.findMany({ where: { claimId: claim.id, type: "claim.revised" } });
  expect(JSON.stringify(logged.map(({ data }) => data))).not.toMatch(/号码/);
});

it("records nothing when nothing changes, and lets only the first of two change", async () => {
  const claim = await seedClaim({ status: "triaged" });
  const seen = { ...facts, claimId: claim.id, version: claim.version };
  const outcomes = await Promise.all(
    ["甲的话", "乙的话"].map((wording) => reviseClaim(claim.actors.moderator, { ...seen, wording })),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  const { wording, version } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
  expect(await reviseClaim(claim.actors.moderator, { ...seen, wording, version })).toEqual({ ok: true });
  expect(await db.event.count({ where: { claimId: claim.id, type: "claim.revised" } })).toBe(1);
});

it.each(["received", "opinion", "published"] as const)(
  "is refused for a claim that is %s",
  async (status) => {
    const claim = await seedClaim({ status });
    const input = { ...facts, claimId: claim.id, version: claim.version };
    expect(await reviseClaim(claim.actors.moderator, input)).toEqual({ ok: false, reason: "MOVE_REFUSED" });
  },
);

describe.each(["review-1", "review-2", "review-3"] as const)("a claim whose text is in %s", (status) => {
  /** What is said of the claim, but for what is changed. */
  async function revise(change: Partial<typeof facts>) {
    const { id: claimId, version, actors } = await seedClaim({ status, urgency: "P2" });
    const claim = await db.claim.findUniqueOrThrow({ where: { id: claimId }, include: { places: true } });
    const said = {
      wording: claim.wording,
      topicId: claim.topicId ?? "",
      subtopicId: claim.subtopicId ?? undefined,
      places: claim.places.map(({ divisionCode }) => divisionCode),
      urgency: claim.urgency,
    };
    const outcome = await reviseClaim(actors.moderator, { claimId, version, ...said, ...change });
    const after = await db.claim.findUniqueOrThrow({ where: { id: claimId }, include: { places: true } });
    return { outcome, before: claim, after };
  }

  it("becomes more or less urgent", async () => {
    const { outcome, after } = await revise({ urgency: "P1" });
    expect(outcome).toEqual({ ok: true });
    expect(after).toMatchObject({ urgency: "P1", status });
  });

  it.each([{ wording: "审过以后改的话" }, { topicId: "food" }, { places: ["510100", "510722"] }])(
    "is otherwise as its reviewers read it: %o",
    async (change) => {
      const { outcome, before, after } = await revise({ ...change, urgency: "P1" });
      expect(outcome).toEqual({ ok: false, reason: "UNDER_REVIEW" });
      expect(after).toEqual(before);
    },
  );
});

it("is the desk's alone, and knows its topics", async () => {
  const claim = await seedClaim({ status: "verifying" });
  const input = { ...facts, claimId: claim.id, version: claim.version };
  await expect(reviseClaim(claim.actors.verifier, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(reviseClaim(claim.actors.moderator, { ...input, topicId: "nonsense" })).rejects.toMatchObject({
    fields: [{ path: "topicId" }],
  });
});
