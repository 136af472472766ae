import { expect, it } from "vitest";
import type { Match } from "#lib/answers/match-schema";
import type { Asked } from "#lib/intake/fingerprint";
import { TEXT_LIMIT } from "#lib/platform/text";
import { type MatchEvent, nothingKnown, reduceMatches, shownMatches } from "./known-matches.ts";

const match = (id: string): Match => ({
  kind: "claim",
  id,
  claim: id,
  title: id,
  state: "received",
  score: 0.5,
  level: "similar",
  why: [],
});
const typed = (text: string, rest: Asked = {}): MatchEvent => ({
  type: "typed",
  question: { text, ...rest },
});
const after = (...events: readonly MatchEvent[]) => events.reduce(reduceMatches, nothingKnown);

const question = "地铁明天停运";
const asking = after(typed(question));
const asked = asking.question?.asked ?? "";
const answered: MatchEvent = { type: "answered", asked, matches: ["a", "b", "c", "d"].map(match) };

it.each<[string, Asked, object | null]>([
  ["a few words", { text: question }, { text: question }],
  ["a link in them", { text: "看 https://a.example/x", links: "" }, { url: "https://a.example/x" }],
  [
    "a link beside them",
    { text: "看", links: "https://a.example/y" },
    { text: "看", url: "https://a.example/y" },
  ],
  ["a file, its last one", { uploadIds: ["1", "2"] }, { uploadId: "2" }],
  ["too little", { text: "地铁" }, null],
  ["an address that is being typed", { links: "https://a" }, null],
  ["too much", { text: "长".repeat(TEXT_LIMIT + 1) }, null],
])("asks about %s", (_, question, request) => {
  expect(after({ type: "typed", question }).question?.request ?? null).toEqual(
    request && expect.objectContaining(request),
  );
});

it("asks at once and about less when the button was pressed, also a second time", () => {
  const pressed = after({ type: "pressed", question: { text: "地铁" } });
  expect(pressed.question).toMatchObject({ pause: 0, request: { text: "地铁" } });
  const again = reduceMatches(pressed, { type: "pressed", question: { text: "地铁" } });
  expect(again.question).not.toBe(pressed.question);
});

it("asks the same question once while it is typed, and again after an input method composed", () => {
  expect(reduceMatches(asking, typed(`${question} `))).toBe(asking);
  expect(after(typed(question), { type: "composing" }).question).toBeNull();
  expect(after(typed(question), { type: "composing" }, typed(question)).question).not.toBeNull();
});

it("shows the first answers, without those that are not meant", () => {
  const ids = (...events: readonly MatchEvent[]) => shownMatches(after(...events))?.map(({ id }) => id);
  expect(ids(typed(question))).toBeUndefined();
  expect(ids(typed(question), answered)).toEqual(["a", "b", "c"]);
  expect(ids(typed(question), answered, { type: "hidden", id: "b" })).toEqual(["a", "c", "d"]);
});

it("keeps the last answer while the next is awaited, and drops one that comes too late", () => {
  const next = after(typed(question), answered, typed(`${question}吗`));
  expect(shownMatches(next)).toHaveLength(3);
  expect(next).toMatchObject({ asked, text: question });
  expect(reduceMatches(next, answered)).toBe(next);
});

it("says that it could not be found out, and forgets everything when the box is emptied", () => {
  const down = after(typed(question), { type: "answered", asked, matches: null });
  expect(down).toMatchObject({ isDown: true, question: null });
  expect(shownMatches(down)).toBeNull();
  expect(after(typed(question), answered, typed(""))).toMatchObject({ asked: "", all: [], question: null });
});

it("says that a file is being read as long as it is, without asking again for that", () => {
  const withFile = (isReading: boolean) => typed("", { uploadIds: ["1"], isReading });
  const reading = after(withFile(true));
  const nothing: MatchEvent = { type: "answered", asked: reading.question?.asked ?? "", matches: [] };
  expect(reduceMatches(reading, nothing)).toMatchObject({ isReading: true, all: [], question: null });
  expect([nothing, withFile(false)].reduce(reduceMatches, reading)).toMatchObject({
    isReading: false,
    question: null,
  });
});

it("shows why a question is not answered in the server's words, until something else is typed", () => {
  const refused = after(typed(question), { type: "answered", asked, matches: null, refused: "有查询码" });
  expect(refused).toMatchObject({ refused: "有查询码", isDown: false, question: null });
  expect(shownMatches(refused)).toBeNull();
  const other = reduceMatches(refused, typed("别的事情"));
  const next = { type: "answered", asked: other.question?.asked ?? "", matches: [] } as const;
  expect(reduceMatches(other, next)).toMatchObject({ refused: "", all: [] });
});
