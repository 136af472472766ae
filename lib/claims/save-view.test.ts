import { expect, it } from "vitest";
import { listSavedViews } from "#lib/desk/saved-views";
import { seedClaim } from "#seed/claims";
import { deleteView, saveView } from "./save-view.ts";
import { saveViewSchema } from "./schema.ts";

const parse = (filter: string, rest: object = {}) =>
  saveViewSchema.safeParse({ name: "食品", filter, ...rest });

it("keeps a filter by its name, for oneself or for the desk; the same name again replaces it", async () => {
  const { actors } = await seedClaim({ status: "review-1" });
  const { moderator, reviewers } = { moderator: actors.moderator, reviewers: actors };
  const colleague = reviewers.dutyEditor;
  const first = parse("view=open&topic=food&topic=health&urgency=P0", { isShared: "on" });
  if (!first.success) throw first.error;
  expect(first.data.filter).toMatchObject({ view: "open", topic: ["food", "health"], urgency: ["P0"] });
  await saveView(moderator, first.data);
  await saveView(moderator, { ...first.data, name: "只有我", isShared: false });
  const seen = async (actor: typeof moderator) =>
    (await listSavedViews(actor))
      .filter(({ isOwn, isShared }) => isOwn || isShared)
      .map(({ name, isOwn }) => [name, isOwn]);
  expect(await seen(moderator)).toEqual([
    ["只有我", true],
    ["食品", true],
  ]);
  expect(await seen(colleague)).toEqual([["食品", false]]);
  await saveView(moderator, { ...first.data, filter: { view: "mine" } });
  const [view] = await listSavedViews(colleague);
  expect(view).toMatchObject({ name: "食品", filter: { view: "mine" } });
  await deleteView(colleague, { viewId: view?.id ?? "" });
  expect(await seen(colleague)).toHaveLength(1);
  await deleteView(moderator, { viewId: view?.id ?? "" });
  expect(await seen(colleague)).toEqual([]);
});

it("keeps ten, and no eleventh", async () => {
  const { actors } = await seedClaim();
  const save = (name: string) =>
    saveView(actors.moderator, { name, filter: { view: "open" }, isShared: false });
  const outcomes = await Promise.all(Array.from({ length: 12 }, (_, at) => save(`筛选${at}`)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(10);
  expect(await listSavedViews(actors.moderator)).toHaveLength(10);
});

it("takes nothing that is no filter", () => {
  expect(parse("view=nowhere").success).toBe(false);
  expect(parse("view=open&urgency=P9").success).toBe(false);
  expect(parse("view=all&view=new").success).toBe(false);
  expect(parse("view=open&cursor=x").success).toBe(false);
});
