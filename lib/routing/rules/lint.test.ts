import { beforeAll, expect, it } from "vitest";
import { readyReference } from "#seed/reference";
import { firstRules } from "#seed/routes";
import { type Directory, loadDirectory } from "./directory.ts";
import { type Finding, lintRules } from "./lint.ts";
import type { Rule } from "./schema.ts";

let directory: Directory;

beforeAll(async () => {
  await readyReference();
  directory = await loadDirectory();
});

const rule = (priority: number, given: Partial<Rule>): Rule => ({
  id: String(priority),
  priority,
  when: {},
  gives: { lead: { member: "dept-tax" } },
  validFrom: null,
  validTo: null,
  note: "",
  ...given,
});

/** What is found of some rules besides those with which the product comes, where everybody has an account. */
function found(
  rules: readonly Rule[],
  { staffed, ...change }: Partial<Directory> & { staffed?: string[] } = {},
) {
  const all = staffed ?? directory.members.map(({ id }) => id);
  const facts = { ...directory, ...change, staffed: new Set(all), day: "2026-12-01" };
  const first = lintRules(firstRules, facts).map((one) => JSON.stringify(one));
  return lintRules({ ...firstRules, rules: [...rules, ...firstRules.rules] }, facts).filter(
    (one) => !first.includes(JSON.stringify(one)),
  );
}

const health = { member: "dept-health" };

it.each<[string, Partial<Rule>[], Finding[]]>([
  ["nothing of a sound rule", [{ when: { topics: ["food"] } }], []],
  [
    "what is not in the directory",
    [{ when: { topics: ["foods"], divisions: ["510799"] }, gives: { lead: { member: "dept-x" } } }],
    [{ code: "unknown", priority: 1, ids: ["foods", "510799", "dept-x"] }],
  ],
  ["what has expired", [{ validTo: "2026-11-30" }], [{ code: "expired", priority: 1 }]],
  ["nothing of what ends today", [{ validTo: "2026-12-01" }], []],
  [
    "what an earlier rule says already",
    [{ when: { topics: ["food", "health"] } }, { when: { topics: ["food"], levels: ["county"] } }],
    [{ code: "unreachable", priority: 2 }],
  ],
  [
    "what an earlier rule says of the whole prefecture",
    [{ when: { divisions: ["510700"] } }, { when: { divisions: ["510722"] } }],
    [{ code: "unreachable", priority: 2 }],
  ],
  [
    "whom a rule before leaves no room for",
    [
      { when: { topics: ["food"] }, gives: { lead: health, only: true } },
      { when: { subtopics: ["food/produce"] } },
    ],
    [{ code: "unreachable", priority: 2 }],
  ],
  ["nothing behind a rule that will end", [{ validTo: "2027-01-01" }, {}], []],
  ["nothing of a wider rule behind a narrow one", [{ when: { topics: ["food"] } }, {}], []],
  [
    "a subtopic of another topic",
    [{ when: { topics: ["food"], subtopics: ["health/epidemic"] } }],
    [{ code: "unreachable", priority: 1 }],
  ],
  [
    "a province within a county",
    [{ when: { levels: ["province"], divisions: ["510722"] } }],
    [{ code: "unreachable", priority: 1 }],
  ],
  ["nothing of a county within a prefecture", [{ when: { levels: ["county"], divisions: ["510700"] } }], []],
  [
    "work for whom it is about",
    [{ when: { about: ["dept-tax"] } }],
    [{ code: "loop", priority: 1, members: ["dept-tax"] }],
  ],
  [
    "one member for both",
    [{ gives: { lead: health, writer: health } }],
    [{ code: "loop", priority: 1, members: ["dept-health"] }],
  ],
])("finds %s", (_, rules, findings) => {
  expect(found(rules.map((given, at) => rule(at + 1, given)))).toEqual(findings);
});

it("finds counties that have no centre, where a rule looks for one", () => {
  const members = directory.members.filter(({ id }) => id !== "mc-510722");
  const facts = { ...directory, members, staffed: new Set<string>(), day: "2026-12-01" };
  const of = (priority: number) =>
    lintRules(firstRules, facts).find((one) => one.code === "no-centre" && one.priority === priority);
  expect(of(40)?.divisions).toEqual(["510722"]);
  expect(of(70)?.divisions).toEqual(["510722"]);
  expect(of(50)).toBeUndefined();
});

it("finds members without accounts whom a rule may send work to", () => {
  const staffed = directory.members.map(({ id }) => id).filter((id) => id !== "dept-tax");
  const finding = { code: "no-accounts", priority: 1, members: ["dept-tax"] };
  expect(found([rule(1, { when: { topics: ["food"] } })], { staffed })).toEqual([finding]);
  const topicLead = { lead: { topicLead: true as const } };
  expect(found([rule(1, { when: { topics: ["food"] }, gives: topicLead })], { staffed })).toEqual([]);
});

it("finds what the law leaves to one source and no rule does", () => {
  const facts = { ...directory, staffed: new Set<string>(), day: "2026-12-01" };
  const open = { ...firstRules, rules: firstRules.rules.filter(({ priority }) => priority > 20) };
  expect(lintRules(open, facts)).toContainEqual({
    code: "source-open",
    priority: null,
    subtopics: expect.arrayContaining(["natural-disaster/earthquake", "natural-disaster/weather"]),
  });
  expect(lintRules(firstRules, facts).map(({ code }) => code)).not.toContain("source-open");
});
