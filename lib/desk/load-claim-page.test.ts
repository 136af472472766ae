import pg from "pg";
import { beforeAll, expect, it, vi } from "vitest";
import type { Actor } from "#lib/access/actor";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { type SeededClaim, seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { loadClaimPage } from "./load-claim-page.ts";

const person = async (memberId: string) =>
  actorOf(await seedPerson({ roles: [{ memberId, role: "verifier" }] }));

/** The statements that the page of a claim sends to the database. */
async function statementsOf(actor: Actor, claim: SeededClaim): Promise<string[]> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  try {
    await loadClaimPage(actor, claim.id, null);
    return query.mock.calls.map(([asked]: unknown[]) =>
      typeof asked === "object" && asked !== null && "text" in asked ? String(asked.text) : String(asked),
    );
  } finally {
    query.mockRestore();
  }
}

const asksWhoHoldsIt = (statement: string) =>
  /FROM "public"\."assignments" WHERE \("public"\."assignments"\."claim_id" IN/.test(statement);

let few: SeededClaim;
let many: SeededClaim;
beforeAll(async () => {
  few = await seedClaim({ status: "verifying", reports: 1 });
  many = await seedClaim({ status: "verifying", reports: 12 });
  // Topics and places are remembered from the first time on.
  await loadClaimPage(few.actors.moderator, few.id, null);
});

it.each([
  { who: "the platform desk", actorFor: async ({ actors }: SeededClaim) => actors.moderator },
  { who: "a member", actorFor: async ({ lead }: SeededClaim) => person(lead) },
])(
  "asks for $who once whether the claim may be read, and not more for more reports",
  async ({ actorFor }) => {
    const statements = await statementsOf(await actorFor(few), few);
    expect(statements.filter(asksWhoHoldsIt)).toHaveLength(1);
    expect(statements.length).toBeLessThan(64);
    // Reads by key that meet in one turn are sent as one statement, and whether they meet is chance.
    const chance = 3;
    const ofMany = await statementsOf(await actorFor(many), many);
    expect(ofMany.length).toBeLessThanOrEqual(statements.length + chance);
  },
);

it("is not there for a member that does not hold it, nor for anybody when there is none", async () => {
  const [claim, stranger] = [await seedClaim({ status: "verifying" }), await person("plat-sina")];
  await expect(loadClaimPage(stranger, claim.id, null)).rejects.toMatchObject({ code: "FORBIDDEN" });
  for (const actor of [stranger, claim.actors.moderator]) {
    for (const id of [newId(), "128"]) {
      await expect(loadClaimPage(actor, id, null)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  }
});

it("names what of the wording may tell of a private person", async () => {
  const claim = await seedClaim({ status: "received" });
  await db.claim.update({
    where: { id: claim.id },
    data: { wording: "网传学生张秀英被抢了，学生张秀英报了警。" },
  });
  const { personal } = await loadClaimPage(claim.actors.moderator, claim.id, null);
  expect(personal).toEqual(["张秀英"]);
});
