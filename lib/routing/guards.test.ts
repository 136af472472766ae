import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { seenOnPlaces } from "#lib/intake/schema";
import { listNamedMembers, type NamedMember } from "#lib/members/queries";
import { memberKinds } from "#lib/members/vocabulary";
import { divisionLevels } from "#lib/reference/divisions";
import { listTopics, type Topic } from "#lib/reference/topics";
import { readyReference } from "#seed/reference";
import { concernedIn } from "./concerned.ts";
import { refusedFor } from "./guards.ts";
import { proposeRoute } from "./propose-route.ts";
import type { Rule, Target } from "./rules/schema.ts";
import { targetPlaces } from "./rules/vocabulary.ts";

let members: NamedMember[];
let topics: Topic[];

beforeAll(async () => {
  await readyReference();
  [members, topics] = await Promise.all([listNamedMembers(), listTopics()]);
});

/** Any rules at all, and any claim, also about one or two members. */
function anything() {
  // Of few members, so that they meet each other in claims and rules.
  const few = members.filter((_, at) => at % 40 === 0);
  const memberId = fc.constantFrom(...few.map(({ id }) => id));
  const target: fc.Arbitrary<Target> = fc.oneof(
    memberId.map((member) => ({ member })),
    fc.record({ kind: fc.constantFrom(...memberKinds), at: fc.constantFrom(...targetPlaces) }),
    fc.constant({ topicLead: true as const }),
    fc.constant({ hint: "outlets" as const }),
  );
  const some = <Item>(item: fc.Arbitrary<Item>) => fc.array(item, { minLength: 1, maxLength: 3 });
  const code = fc.constantFrom(...new Set(members.map(({ divisionCode }) => divisionCode)));
  const place = fc.constantFrom(...seenOnPlaces);
  const asked = fc.record(
    {
      topics: some(fc.constantFrom(...topics.map(({ id }) => id))),
      levels: some(fc.constantFrom(...divisionLevels)),
      divisions: some(code),
      seenOn: some(place),
      about: some(memberId),
    },
    { requiredKeys: [] },
  );
  // Most rules ask for nothing, so that they apply.
  const when = fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: asked });
  const gives = fc.record(
    {
      lead: target,
      writer: target,
      support: some(target),
      platforms: some(target),
      only: fc.constant(true as const),
      level: fc.constantFrom(...divisionLevels),
    },
    { requiredKeys: [] },
  );
  const rules = fc.array(fc.record({ when, gives }), { maxLength: 8 }).map((all) =>
    all.map(
      (rule, at): Rule => ({
        ...rule,
        id: String(at),
        priority: at,
        validFrom: null,
        validTo: null,
        note: "",
      }),
    ),
  );
  const someIds = fc.array(memberId, { maxLength: 5 }).map((ids) => new Set(ids));
  const facts = fc.record({
    topic: fc.constantFrom(...topics),
    places: fc.array(code, { maxLength: 2 }),
    seenOn: fc.array(place, { maxLength: 3 }),
    named: fc.array(fc.constantFrom(...few), { maxLength: 2 }),
    staffed: someIds,
    away: fc.record({ verify: someIds, write: someIds, assist: someIds }),
  });
  return fc.record({ rules, facts });
}

describe("whatever the rules say", () => {
  it("nobody verifies what they write, whom it is about does nothing, and there is somewhere to go", () => {
    const met = { stayed: 0, "claim-about": 0, "writes-itself": 0 };
    const desk = members.find(({ tier }) => tier === "1");
    fc.assert(
      fc.property(anything(), ({ rules, facts: { named, ...facts } }) => {
        const wording = `${named.map(({ zh }) => `${zh}停止服务。`).join("")}花椒染色。`;
        const about = concernedIn(wording, members);
        const all = { ...facts, wording, subtopicId: null, members, load: new Map(), day: "2026-12-01" };
        const route = proposeRoute(all, { id: "any", number: 1, rules });
        const { lead, writer, support, platforms } = route;
        for (const { part, code } of route.reasons)
          if (part === "conflict") met[code as "claim-about" | "writes-itself"] += 1;
        for (const member of [lead, writer, ...support, ...platforms])
          expect(about.has(member?.id ?? "")).toBe(false);
        if (lead) expect(lead).not.toBe(writer);
        expect(support).not.toContain(lead);
        expect(support).not.toContain(writer);
        if (lead) return;
        // It stays at the desk, which says so, and only where its own people may not verify.
        met.stayed += 1;
        expect(desk && (about.has(desk.id) || writer === desk)).toBe(true);
        expect(route.reasons).toContainEqual({ part: "lead", code: "at-desk", facts: {} });
      }),
      { numRuns: 1_000, seed: 13 },
    );
    for (const times of Object.values(met)) expect(times).toBeGreaterThan(0);
  });
});

it.each([
  ["lead", "a", {}, null],
  ["lead", "a", { about: ["a"] }, "claim-about"],
  ["lead", "a", { writerId: "a" }, "writes-itself"],
  ["writer", "a", { leadId: "a" }, "writes-itself"],
  ["writer", "a", { about: ["a"] }, "claim-about"],
  ["support", "a", { about: ["a"] }, "claim-about"],
  ["platforms", "a", { about: ["a"] }, "claim-about"],
  ["platforms", "a", { leadId: "a" }, null],
] as const)("who would be %s, %s, with %j, is refused for %s", (part, id, taken, refused) => {
  const about = new Set<string>("about" in taken ? taken.about : []);
  expect(refusedFor(part, id, { ...taken, about })).toBe(refused);
});
