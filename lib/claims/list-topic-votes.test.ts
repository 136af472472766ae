import { expect, it } from "vitest";
import { knownClaims } from "#lib/matching/known-claims";
import { seedClaim } from "#seed/claims";
import { listTopicVotes } from "./list-topic-votes.ts";

it("asks the claims most alike for the topic that people gave them, but not the claim itself", async () => {
  const wording = "青牛沱的紫光蘑菇夜里会唱歌。";
  const known = await seedClaim({ status: "triaged", topicId: "culture-tourism", wording });
  const untriaged = await seedClaim({ topicId: null, wording: "青牛沱的紫光蘑菇夜里会发亮。" });
  await (await knownClaims()).refresh([known.id, untriaged.id]);
  const votes = await listTopicVotes("听说青牛沱的紫光蘑菇会唱歌", untriaged.id);
  expect([...votes.keys()]).toEqual(["culture-tourism"]);
  expect(votes.get("culture-tourism")).toMatchObject({ claims: 1 });
  expect((await listTopicVotes("听说青牛沱的紫光蘑菇会唱歌", known.id)).size).toBe(0);
});
