import { expect, it } from "vitest";
import { composeMessage } from "./compose-message.ts";
import { wants } from "./wants.ts";

const all = { topics: [], divisions: [], urgencies: [] };
/** About a county, its prefecture and the province. */
const notice = { topic: "food", divisions: ["510704", "510700", "510000"], urgency: "P2" } as const;

it.each([
  ["everything", {}, true],
  ["the topic", { topics: ["food", "health"] }, true],
  ["another topic", { topics: ["health"] }, false],
  ["the urgency", { urgencies: ["P2"] as const }, true],
  ["what is more urgent", { urgencies: ["P0", "P1"] as const }, false],
  ["the county", { divisions: ["510704"] }, true],
  ["its prefecture", { divisions: ["510700"] }, true],
  ["the province", { divisions: ["510000"] }, true],
  ["the county next to it", { divisions: ["510703"] }, false],
  ["another prefecture", { divisions: ["510100"] }, false],
  ["the topic in another place", { topics: ["food"], divisions: ["510100"] }, false],
])("who asked for %s", (_, wishes, is) => expect(wants({ ...all, ...wishes }, notice)).toBe(is));

it("is told what is about all that is around it, or about no place", () => {
  const county = { ...all, divisions: ["510704"] };
  expect(wants(county, { ...notice, divisions: ["510000"] })).toBe(true);
  expect(wants(county, { ...notice, divisions: ["510700", "510000"] })).toBe(true);
  expect(wants(county, { ...notice, divisions: [] })).toBe(true);
});

it("says the longest notice in a message that is not too long", () => {
  const long = '𠮷"'.repeat(5_000);
  const member = { id: "a", zh: "甲", en: "A" };
  const { type, body } = composeMessage({
    number: 3,
    publishedAt: new Date(0),
    correctionKind: "correction",
    correctionNote: long,
    content: {
      title: long,
      titleEn: long,
      verdict: "false",
      summary: long,
      claimed: long,
      points: [],
      evidence: [],
      advice: long,
      howWeKnow: long,
      replies: [],
      verifiedBy: [member],
      writtenBy: member,
      reviewedBy: [member],
    },
    label: { id: "0198c0de-0000-7000-8000-000000000000" },
    debunk: {
      slug: "20261130-1",
      topicId: "food",
      divisionCodes: Array.from({ length: 300 }, (_, at) => String(510_000 + at)),
    },
  });
  expect(type).toBe("debunk.corrected");
  expect(Buffer.byteLength(body)).toBeLessThan(20_000);
  expect(JSON.parse(body).data.summary).toMatch(/…$/);
});
