import { expect, it } from "vitest";
import { divisionRows } from "#seed/divisions";
import { topicOf } from "#seed/routes";
import { topicRows } from "#seed/topics";
import type { ClaimStatus } from "./status.ts";
import { suggestTriage } from "./suggest-triage.ts";

const topics = topicRows.map(({ id }) => topicOf(id));
type Chosen = { topicId?: string; code?: string; status?: ClaimStatus };
const suggest = (wording: string, { status = "received", ...chosen }: Chosen = {}) => {
  const places = divisionRows.filter(({ code }) => code === chosen.code).map((division) => ({ division }));
  return suggestTriage(
    { status, wording, topicId: chosen.topicId ?? null, places },
    [],
    topics,
    divisionRows,
  );
};

it("quotes what names a place, and not what it is called officially", () => {
  expect(suggest("泸沽湖翻船了").places).toEqual([
    { code: "513423", zh: "盐源县", en: expect.any(String), quote: "泸沽湖" },
  ]);
});

it("keeps what somebody has chosen before what the texts name", () => {
  const { topicId, isTopicChosen, places } = suggest("绵阳高考泄题", { topicId: "policy", code: "510722" });
  expect({ topicId, isTopicChosen }).toEqual({ topicId: "policy", isTopicChosen: true });
  expect(places.map(({ code, quote }) => [code, quote])).toEqual([
    ["510722", null],
    ["510700", "绵阳"],
  ]);
});

it("chooses no topic for which nothing speaks, but offers three", () => {
  expect(suggest("隔壁的事是真的吗")).toMatchObject({ topicId: null, topics: { length: 3 } });
  expect(suggest("绵阳高考泄题")).toMatchObject({ topicId: "education", topics: { length: 3 } });
});

it("leaves out what a reporter says of themselves or of others, until somebody has worded the claim", () => {
  const said = "我家住在阳光花园3栋2单元501。明天全城停水！";
  expect(suggest(said).wording).toBe("明天全城停水！");
  expect(suggest("学生李小红在3栋2单元501室被带走").wording).toBe("");
  expect(suggest(said, { status: "triaged" }).wording).toBe(said);
});
