import { beforeAll, expect, it } from "vitest";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { readyReference } from "#seed/reference";
import { countAsking } from "./count-asking.ts";

beforeAll(readyReference);

const countOf = (claimId: string) => db.asking.count({ where: { claimId } });

it("counts a form once, at the same time too, and another form again", async () => {
  const { id, debunk } = await seedClaim({ status: "published" });
  const key = newId();
  const once = await Promise.all(Array.from({ length: 5 }, () => countAsking({ claimId: id, key })));
  expect(once).toEqual(Array(5).fill({ claimId: id, slug: debunk?.slug, isDecided: false }));
  expect(await countOf(id)).toBe(1);
  await countAsking({ claimId: id, key: newId() });
  expect(await countOf(id)).toBe(2);
});

it("counts who asks about a claim that is being worked on, and files nothing", async () => {
  const { id } = await seedClaim({ status: "verifying" });
  const reports = await db.report.count();
  expect(await countAsking({ claimId: id, key: newId() })).toEqual({
    claimId: id,
    slug: null,
    isDecided: false,
  });
  expect(await countOf(id)).toBe(1);
  expect(await db.report.count()).toBe(reports);
});

it("counts at the claim that a duplicate was merged into", async () => {
  const into = await seedClaim({ status: "triaged" });
  const { id } = await seedClaim({ status: "duplicate", closing: { into } });
  expect(await countAsking({ claimId: id, key: newId() })).toEqual({
    claimId: into.id,
    slug: null,
    isDecided: false,
  });
  expect(await countOf(into.id)).toBe(1);
});

it("refuses what is not known, what nobody has looked at and what is not shown", async () => {
  const refused = { code: "NOT_FOUND" };
  await expect(countAsking({ claimId: newId(), key: newId() })).rejects.toMatchObject(refused);
  for (const status of ["received", "too-vague"] as const) {
    const { id } = await seedClaim({ status });
    await expect(countAsking({ claimId: id, key: newId() })).rejects.toMatchObject(refused);
    expect(await countOf(id)).toBe(0);
  }
});
