import { closeClaim } from "#lib/claims/close-claim";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { checkPage } from "./pages/axe.ts";
import { openDesk, unheardOf } from "./pages/desk.ts";
import { expect, newPerson, platform, test } from "./pages/people.ts";

const statusesOf = async (claims: readonly { id: string }[]) =>
  Promise.all(claims.map(async ({ id }) => (await db.claim.findUniqueOrThrow({ where: { id } })).status));

test("many claims are closed by keys with one reason, and all of it is undone by one", async ({ visit }) => {
  const words = newId();
  const claims = [];
  for (const place of ["东", "西", "南", "北"])
    claims.push(await seedClaim({ topicId: "food", wording: `${place}门的井水变甜了${words}` }));
  const person = await newPerson(platform, "moderator");
  const page = await openDesk(await visit(person), `/desk/queue?view=new&q=${words}`);
  const boxes = page.getByRole("checkbox", { name: /选择传言/ });
  await expect(page.getByRole("link", { name: "选择多条一起处理" })).toBeVisible();

  await test.step("one by one and as a range", async () => {
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await expect(boxes).toHaveCount(4);
    await expect(page.getByText("已选 1 条传言")).toBeVisible();
    for (const key of ["j", "j", "j", "Shift+X"]) await page.keyboard.press(key);
    await expect(page.getByText("已选 4 条传言")).toBeVisible();
    await checkPage(page, "a queue with a selection");
  });

  await test.step("what needs a reason asks for it, and keeps the selection", async () => {
    await page.keyboard.press("c");
    await page.getByRole("button", { name: "答复并关闭所选" }).click();
    await expect(page.getByText(/处需要修改/)).toBeVisible();
    await expect(page.getByText("已选 4 条传言")).toBeVisible();
  });

  const others = [...claims];
  const [first] = others.splice(2, 1);
  await test.step("what a colleague decided meanwhile is left, by name", async () => {
    if (!first) throw new Error("there is no claim");
    const outcome = await closeClaim(first.actors.moderator, {
      claimId: first.id,
      version: first.version,
      closing: "too-vague",
      note: "",
    });
    expect(outcome).toEqual({ ok: true });
    await page.getByRole("radio", { name: "属于观点，不作核查" }).check();
    await page.keyboard.press("Enter");
    const toast = page.getByRole("complementary", { name: "刚才的决定" });
    await expect(toast).toContainText("已处理 3 个传言；1 个没有改动。");
    await expect(toast).toContainText(first.actors.moderator.name);
    expect(await statusesOf(others)).toEqual(["opinion", "opinion", "opinion"]);
    await checkPage(page, "what became of a decision about many");
  });

  await test.step("one key takes it back", async () => {
    await page.keyboard.press("u");
    await expect(page.getByText("已撤销 3 个传言的处理。")).toBeVisible();
    expect(await statusesOf(others)).toEqual(["received", "received", "received"]);
    expect(await statusesOf(first ? [first] : [])).toEqual(["too-vague"]);
  });
});

test("more than a page of the queue is ticked and decided about at once, and undone at once", async ({
  visit,
}) => {
  const words = newId();
  const first = await seedClaim({ topicId: "food", wording: `第零座桥会唱歌${words}` });
  const claims = [first];
  for (let at = 1; at < 40; at += 1)
    claims.push(await seedClaim({ topicId: "food", wording: `第${at}座桥会唱歌${words}`, crew: first.crew }));
  const page = await openDesk(
    await visit(await newPerson(platform, "moderator")),
    `/desk/queue?view=new&q=${words}&pick=1`,
  );
  await page.getByRole("button", { name: "全选本页 40 条" }).click();
  await expect(page.getByText("已选 40 条传言")).toBeVisible();
  await page.keyboard.press("a");
  await expect(page.getByText("已处理 40 个传言。")).toBeVisible();
  expect(new Set(await statusesOf(claims))).toEqual(new Set(["triaged"]));
  // What was pressed is gone: whoever goes on by keyboard is not at the top of the page.
  await expect(page.locator("body")).not.toBeFocused();
  await page.keyboard.press("u");
  await expect(page.getByText("已撤销 40 个传言的处理。")).toBeVisible();
  expect(new Set(await statusesOf(claims))).toEqual(new Set(["received"]));
  await expect(page.getByRole("complementary", { name: "刚才的决定" })).toBeFocused();
});

test("where nothing could be done, what was ticked stays ticked, and letters choose how claims end", async ({
  visit,
}) => {
  const words = newId();
  const claims = [];
  for (const place of ["上", "下"])
    claims.push(await seedClaim({ topicId: "food", wording: `${place}游的鱼会说话${words}` }));
  const page = await openDesk(
    await visit(await newPerson(platform, "moderator")),
    `/desk/queue?view=all&q=${words}&pick=1`,
  );
  await page.context().route(/\/api\/desk\/live/, (route) => route.abort());
  await page.reload();
  await page.getByRole("button", { name: "全选本页 2 条" }).click();
  for (const { id: claimId, version, actors } of claims)
    await closeClaim(actors.moderator, { claimId, version, closing: "too-vague", note: "" });
  await page.keyboard.press("a");
  await expect(page.getByText("已处理 0 个传言；2 个没有改动。")).toBeVisible();
  await expect(page.getByText("已选 2 条传言")).toBeVisible();
  await page.keyboard.press("c");
  await page.keyboard.type("gd");
  await expect(page.getByRole("radio", { name: "属于观点，不作核查" })).toBeChecked();
  await expect(page.getByText("这条消息主要是看法或评价")).toBeVisible();
  await checkPage(page, "closing many");
});

test("a routine claim takes three keys, also without a guessed topic, and each step one to take back", async ({
  visit,
}) => {
  // Where no other test has claims.
  const place = "513338";
  const one = await seedClaim({ topicId: null, wording: unheardOf(), places: [place] });
  const other = await seedClaim({ topicId: "food", wording: unheardOf(), places: [place] });
  const person = await newPerson(platform, "moderator");
  const page = await openDesk(await visit(person), `/desk/claims/${one.id}?view=open&division=${place}`);
  const toast = page.getByRole("complementary", { name: "刚才的决定" });
  await page.keyboard.press("3");
  await expect(page.getByRole("button", { name: "确认派单" })).toBeVisible();
  await page.keyboard.press("r");
  await expect(toast).toContainText(/确认派单/);
  await expect(page.getByRole("link", { name: "下一条" })).toBeFocused();
  expect(await statusesOf([one])).toEqual(["assigned"]);
  await page.keyboard.press("n");
  await expect(page).toHaveURL(new RegExp(other.id));

  await test.step("the key also works on the next claim, as the toast says", async () => {
    await expect(toast).toContainText(/确认派单/);
    await checkPage(page, "a claim with a toast");
    await page.keyboard.press("u");
    await expect(toast).toContainText("已撤销");
    expect(await statusesOf([one, other])).toEqual(["triaged", "received"]);
  });

  await test.step("and says so when somebody has gone on", async () => {
    await page.keyboard.press("a");
    await expect(toast).toContainText(/受理/);
    const { version } = await db.claim.findUniqueOrThrow({ where: { id: other.id } });
    const closing = { closing: "opinion", note: "" } as const;
    await closeClaim(other.actors.moderator, { claimId: other.id, version, ...closing });
    await page.keyboard.press("u");
    await expect(toast).toContainText("已经有人接着处理了");
    await expect(toast).toContainText(other.actors.moderator.name);
    expect(await statusesOf([other])).toEqual(["opinion"]);
  });
});

test("the palette finds claims by words and does what the page offers", async ({ visit }) => {
  const words = newId();
  const claim = await seedClaim({ topicId: "food", wording: `新修的桥会唱歌${words}` });
  const page = await openDesk(await visit(await newPerson(platform, "moderator")), "/desk/queue");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
  await page.keyboard.type(words);
  const found = page.getByRole("option", { name: new RegExp(`#.*${words}`) });
  await expect(found).toBeVisible();
  await checkPage(page, "the palette with what it found");
  await found.click();
  await expect(page).toHaveURL(new RegExp(claim.id));
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
  await page.keyboard.type("等待补充");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("在等什么")).toBeFocused();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("claims are ticked and decided together, and undone together", async ({ visit }) => {
    const words = newId();
    const claims = [];
    for (const place of ["左", "右"])
      claims.push(await seedClaim({ topicId: "food", wording: `${place}岸的灯不亮了${words}` }));
    const page = await visit(await newPerson(platform, "moderator"));
    await page.goto(`/desk/queue?view=new&q=${words}`);
    await page.getByRole("link", { name: "选择多条一起处理" }).click();
    await page.getByRole("button", { name: "按建议受理" }).click();
    await expect(page.getByText(/还没有选择传言。请先勾选/).first()).toBeVisible();
    for (const box of await page.getByRole("checkbox", { name: /选择传言/ }).all()) await box.check();
    await page.getByRole("button", { name: "按建议受理" }).click();
    await expect(page.getByText("已处理 2 个传言。")).toBeVisible();
    expect(await statusesOf(claims)).toEqual(["triaged", "triaged"]);
    await page.getByRole("button", { name: "全部撤销" }).click();
    await expect(page.getByText("已撤销 2 个传言的处理。")).toBeVisible();
    expect(await statusesOf(claims)).toEqual(["received", "received"]);
  });
});
