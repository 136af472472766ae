import { beforeAll, describe, expect, it } from "vitest";
import { listNamedMembers, type NamedMember } from "#lib/members/queries";
import { listTopics, type Topic } from "#lib/reference/topics";
import { readyReference } from "#seed/reference";
import { firstRules } from "#seed/routes";
import { nobodyAway } from "./away.ts";
import { proposeRoute, type RouteFacts } from "./propose-route.ts";
import { getActiveRules } from "./rules/queries.ts";
import type { Rule, RuleSet } from "./rules/schema.ts";

let members: NamedMember[];
let topics: Map<string, Topic>;
let active: RuleSet;

beforeAll(async () => {
  await readyReference();
  members = await listNamedMembers();
  active = await getActiveRules();
  topics = new Map((await listTopics()).map((topic) => [topic.id, topic]));
});

type Change = Partial<Omit<RouteFacts, "topic">> & { topicId?: string };

const rule = (priority: number, given: Partial<Rule>): Rule => ({
  id: String(priority),
  priority,
  when: {},
  gives: {},
  validFrom: null,
  validTo: null,
  note: "",
  ...given,
});

function propose({ topicId = "food", ...change }: Change, ruleSet = active) {
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
    day: "2026-12-01",
    away: nobodyAway,
  };
  const { lead, writer, ...route } = proposeRoute({ ...facts, ...change }, ruleSet);
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

  it("is the cyberspace office of the prefecture for a county, whose media centre writes, and for two counties of it", () => {
    const route = propose({ places: ["510722"] });
    expect(route).toMatchObject({ lead: { id: "cac-510700" }, writer: { id: "mc-510722" } });
    expect(route.codes).toContain("conflict:writes-itself");
    expect(propose({ places: ["510722", "510725"] })).toMatchObject({
      divisionCode: "510700",
      lead: { id: "cac-510700" },
    });
  });

  it.each([
    ["natural-disaster", "weather", ["511504"], "511500", "dept-meteorology", "media-511500"],
    ["natural-disaster", "flood-dam", ["511722"], "511722", "dept-water", "mc-511722"],
    ["health", "epidemic", ["513429"], "513429", "dept-cdc", "mc-513429"],
    ["health", "medicine", ["510500"], "510500", "dept-drug", "outlet-cover-news"],
    ["agriculture", "animal-disease", ["511900"], "511900", "dept-agriculture", "outlet-rural-daily"],
  ])(
    "of %s/%s is the competent body wherever it is, at the lowest level that may speak",
    (topicId, subtopicId, places, divisionCode, lead, writer) => {
      const route = propose({ topicId, subtopicId, places });
      expect(route).toMatchObject({ divisionCode, lead: { id: lead }, writer: { id: writer } });
      expect(route.codes).toContain("lead:single-source");
    },
  );

  it("stays provincial for an earthquake forecast, wherever it is said to strike", () => {
    const route = propose({ topicId: "natural-disaster", subtopicId: "earthquake", places: ["513221"] });
    expect(route).toMatchObject({ divisionCode: "510000", lead: { id: "dept-earthquake" } });
    expect(route.codes).toContain("level:single-source");
  });

  it("is never the member that the claim is about", () => {
    const route = propose({ places: ["510722"], wording: "绵阳网信办发布了假消息" });
    expect(route.lead.id).toBe("dept-market");
    expect(route.codes).toContain("conflict:claim-about");
  });
});

describe("the writer", () => {
  it("is local media for a local claim", () => {
    expect(propose({ places: ["510722"] }).writer.id).toBe("mc-510722");
  });

  it("is the first of the hinted outlets among equals", () => {
    for (const [topicId, { outletHints }] of topics)
      expect(propose({ topicId }).writer.id).toBe(outletHints[0]);
  });

  it("is never whom the claim is about, nor an outlet of theirs", () => {
    const about = (wording: string, places: string[] = []) => propose({ wording, places }).writer.id;
    expect(about("华西都市报的记者收了钱")).toBe("outlet-red-star");
    expect(about("川报集团要解散")).toBe("outlet-red-star");
    expect(about("三台县融媒体中心被查了", ["510722"])).not.toBe("mc-510722");
    expect(about("翠屏融媒的人打人", ["511502"])).toBe("media-511500");
    expect(about("据封面新闻报道，花椒染色")).toBe("outlet-cover-news");
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

it("asks no platform about what is said of itself", () => {
  const platforms = (wording: string) => propose({ wording, seenOn: ["wechat"] }).platforms.length;
  expect(platforms("微信下月开始收费")).toBe(0);
  expect(platforms("微信群里说花椒染色")).toBe(1);
});

it("finds a route for every topic, subtopic and division, where nobody verifies what they write", () => {
  const places = [...new Set(members.map(({ divisionCode }) => divisionCode))];
  for (const [topicId, { subtopics }] of topics) {
    for (const [at, divisionCode] of places.entries()) {
      const subtopicId = subtopics[at % (subtopics.length + 1)]?.id ?? null;
      const route = propose({ topicId, subtopicId, places: [divisionCode] });
      expect(route.lead.id).not.toBe(route.writer.id);
      expect(route.reasons.map(({ part }) => part)).toEqual(
        expect.arrayContaining(["level", "lead", "writer"]),
      );
    }
  }
});

describe("a version of the rules", () => {
  const withRules = (...rules: Rule[]): RuleSet => ({
    ...active,
    rules: [...rules, ...active.rules].toSorted((a, b) => a.priority - b.priority),
  });
  const health = { lead: { member: "dept-health" } };

  it("is in the database as the product brings it", () => {
    const bare = ({ id: _, ...rest }: Rule) => rest;
    expect({ ...active, rules: active.rules.map(bare) }).toEqual({
      ...firstRules,
      rules: firstRules.rules.map(bare),
    });
  });

  it("is asked in the order of its priorities, and the reason names the rule", () => {
    const earlier = propose({}, withRules(rule(5, { gives: health })));
    expect(earlier.lead.id).toBe("dept-health");
    expect(earlier.reasons).toContainEqual({
      part: "lead",
      code: "named",
      facts: { member: "dept-health", topic: "food", division: "510000", rule: "5" },
    });
    expect(propose({}, withRules(rule(65, { gives: health }))).lead.id).toBe("dept-market");
  });

  it.each([
    [{ topics: ["food"] }, true],
    [{ topics: ["health"] }, false],
    [{ subtopics: ["food/produce"] }, true],
    [{ subtopics: ["health/produce"] }, false],
    [{ levels: ["county"] as const }, true],
    [{ levels: ["province"] as const }, false],
    [{ divisions: ["510700"] }, true],
    [{ divisions: ["510725"] }, false],
    [{ seenOn: ["weibo", "wechat"] as const }, true],
    [{ seenOn: ["weibo"] as const }, false],
    [{ about: ["dept-tax"] }, true],
    [{ about: ["dept-education"] }, false],
    [{ topics: ["food"], seenOn: ["weibo"] as const }, false],
  ])("speaks of claims that are all that it asks: %j", (when, speaks) => {
    const facts = {
      subtopicId: "produce",
      places: ["510722"],
      seenOn: ["wechat"] as const,
      wording: "四川省税务局说花椒染色",
    };
    const asked = rule(5, { when: when as Rule["when"], gives: health });
    expect(propose(facts, withRules(asked)).lead.id === "dept-health").toBe(speaks);
  });

  it("lets nobody else verify where a rule says so, nor below the level that it names", () => {
    const only = rule(5, { gives: { ...health, only: true, level: "prefecture" } });
    const { lead, divisionCode, codes } = propose({ places: ["510722"] }, withRules(only));
    expect([lead.id, divisionCode]).toEqual(["dept-health", "510700"]);
    expect(codes).toEqual(expect.arrayContaining(["level:single-source", "lead:single-source"]));
    const about = { places: ["510722"], wording: "四川省卫生健康委员会发布了假消息" };
    expect(propose(about, withRules(only))).toMatchObject({ lead: { id: "sc-piyao" } });
  });

  it("holds from one day to another, and says whom it names on the others", () => {
    const autumn = rule(5, {
      gives: { lead: { member: "dept-tax" } },
      validFrom: "2026-09-01",
      validTo: "2026-11-30",
    });
    expect(propose({ day: "2026-11-30" }, withRules(autumn)).lead.id).toBe("dept-tax");
    const { lead, reasons } = propose({ day: "2026-12-01" }, withRules(autumn));
    expect(lead.id).toBe("dept-market");
    expect(reasons).toContainEqual({
      part: "next",
      code: "not-valid",
      facts: { as: "lead", member: "dept-tax", rule: "5" },
    });
  });

  it("says why those who come next were not chosen", () => {
    const hints = topics.get("food")?.outletHints ?? [];
    const [first = "", second = "", third = ""] = hints;
    const staffed = new Set([first, second]);
    const codesOf = (change: Change) =>
      Object.fromEntries(
        propose(change).reasons.flatMap(({ part, code, facts }) =>
          part === "next" && facts.as === "writer" ? [[facts.member, code]] : [],
        ),
      );
    expect(codesOf({ staffed, load: new Map([[second, 2]]) })).toMatchObject({
      [second]: "load",
      [third]: "no-accounts",
    });
    expect(codesOf({ staffed })).toMatchObject({ [second]: "lower-priority" });
    expect(propose({ places: ["510722"] }).reasons).toContainEqual({
      part: "next",
      code: "lower-priority",
      facts: { as: "lead", member: "dept-market", rule: "60" },
    });
  });

  it("passes over members of which nobody is there, and asks nobody there to assist", () => {
    const away = (ids: readonly string[]) => ({
      verify: new Set(ids),
      write: new Set(ids),
      assist: new Set(ids),
    });
    const { lead, writer } = propose({ places: ["510722"] });
    const route = propose({ places: ["510722"], away: away([lead.id, writer.id]) });
    expect([route.lead.id, route.writer.id]).toEqual(["dept-market", "outlet-cover-news"]);
    for (const [as, member] of [
      ["lead", lead.id],
      ["writer", writer.id],
    ])
      expect(route.reasons).toContainEqual({
        part: "next",
        code: "leave",
        facts: { as, member, rule: expect.any(String) },
      });
    const support = ["dept-health", "dept-tax"].map((member) => ({ member }));
    const asked = propose({ away: away(["dept-tax"]) }, withRules(rule(5, { gives: { support } })));
    expect(asked.support.map(({ id }) => id)).toEqual(["dept-health"]);
    expect(asked.codes).toContain("next:leave");
  });

  it("leaves what nobody else may verify to the desk, where its source is away, also when nobody is there", () => {
    const quake = { topicId: "natural-disaster", subtopicId: "earthquake" };
    const everybody = new Set(members.map(({ id }) => id));
    const { lead, codes } = propose({ ...quake, away: { ...nobodyAway, verify: everybody } });
    expect(lead.id).toBe("sc-piyao");
    expect(codes).toEqual(expect.arrayContaining(["lead:platform-desk", "next:leave"]));
  });

  it("may ask others to assist, but none who verifies, writes or is whom the claim is about", () => {
    const support = ["dept-health", "dept-market", "dept-tax"].map((member) => ({ member }));
    const asked = withRules(rule(5, { gives: { support } }));
    const ids = propose({ wording: "四川省税务局说花椒染色" }, asked).support.map(({ id }) => id);
    expect(ids).toEqual(["dept-health"]);
  });
});
