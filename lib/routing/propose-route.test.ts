import { beforeAll, describe, expect, it } from "vitest";
import { listMembers, type MemberSummary } from "#lib/members/queries";
import { listTopics, type Topic } from "#lib/reference/topics";
import { readyReference } from "#seed/reference";
import { proposeRoute, type RouteFacts } from "./propose-route.ts";

let members: MemberSummary[];
let topics: Map<string, Topic>;

beforeAll(async () => {
  await readyReference();
  members = await listMembers();
  topics = new Map((await listTopics()).map((topic) => [topic.id, topic]));
});

type Change = Partial<Omit<RouteFacts, "topic">> & { topicId?: string };

function propose({ topicId = "food", ...change }: Change) {
  const topic = topics.get(topicId);
  if (!topic) throw new Error(topicId);
  const facts = {
    wording: "花椒染色",
    topic,
    subtopicId: null,
    places: [],
    seenOn: [],
    members,
    load: new Map(),
    staffed: new Set<string>(),
  };
  const { lead, writer, ...route } = proposeRoute({ ...facts, ...change });
  if (!lead || !writer) throw new Error("no route");
  return { ...route, lead, writer, codes: route.reasons.map(({ part, code }) => `${part}:${code}`) };
}

describe("the lead", () => {
  it("is the provincial body of the topic when the claim has no place", () => {
    const route = propose({});
    expect(route).toMatchObject({ divisionCode: "510000", lead: { id: "dept-market" } });
    expect(route.codes).toContain("lead:topic-lead");
  });

  it("is the body of the subtopic before that of the topic", () => {
    const route = propose({ subtopicId: "produce" });
    expect(route.lead.id).toBe("dept-agriculture");
    expect(route.codes).toContain("lead:subtopic-lead");
  });

  it("is the county's media centre for a county, and the cyberspace office for two counties of one prefecture", () => {
    expect(propose({ places: ["510722"] }).lead.id).toBe("mc-510722");
    expect(propose({ places: ["510722", "510725"] })).toMatchObject({
      divisionCode: "510700",
      lead: { id: "cac-510700" },
    });
  });

  it("stays provincial for an earthquake forecast, wherever it is said to strike", () => {
    const route = propose({ topicId: "natural-disaster", subtopicId: "earthquake", places: ["513221"] });
    expect(route).toMatchObject({ divisionCode: "510000", lead: { id: "dept-earthquake" } });
    expect(route.codes).toContain("level:single-source");
  });

  it("is never the member that the claim is about", () => {
    const county = members.find(({ id }) => id === "mc-510722");
    const route = propose({ places: ["510722"], wording: `${county?.zh}发布了假消息` });
    expect(route.lead.id).toBe("cac-510700");
    expect(route.codes).toContain("conflict:claim-about");
  });
});

describe("the writer", () => {
  it("is local media for a local claim", () => {
    expect(propose({ places: ["510722"] }).writer.id).toBe("mc-510722");
  });

  it("is the hinted outlet with people and the least work", () => {
    const hints = topics.get("food")?.outletHints ?? [];
    const [first = "", second = ""] = hints;
    expect(propose({ staffed: new Set([second]) }).writer.id).toBe(second);
    expect(
      propose({
        staffed: new Set(hints),
        load: new Map([
          [first, 3],
          [second, 1],
        ]),
      }).writer.id,
    ).not.toBe(first);
  });

  it("is never a placeholder of the directory", () => {
    for (const topicId of topics.keys()) {
      for (const places of [[], ["510700"], ["511300"], ["510722"]]) {
        expect(propose({ topicId, places }).writer.certainty).not.toBe("placeholder");
      }
    }
  });
});

it("names the platforms where the claim was seen, and only those", () => {
  expect(propose({ seenOn: ["wechat", "qq", "douyin", "offline"] }).platforms.map(({ id }) => id)).toEqual([
    "plat-douyin",
    "plat-tencent",
  ]);
  expect(propose({}).platforms).toEqual([]);
});

it("finds a route for every topic and division", () => {
  for (const topicId of topics.keys()) {
    for (const { divisionCode } of members) {
      const route = propose({ topicId, places: [divisionCode] });
      expect(route.reasons.map(({ part }) => part)).toEqual(
        expect.arrayContaining(["level", "lead", "writer"]),
      );
    }
  }
});
