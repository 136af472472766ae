import type { BrowserContext, Page, Request } from "@playwright/test";
import { closeClaim } from "#lib/claims/close-claim";
import { minutes } from "#lib/platform/clock";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { actorOf } from "#seed/people";
import { expect, newPerson, openReady, platform, test } from "./pages/people.ts";

const moderator = () => newPerson(platform, "moderator");

/** Letters that stand in no other claim, and in which nobody sees a number. */
const letters = () => newId().replace(/[\d-]/g, (sign) => "ghijklmnopq"[Number(sign)] ?? "q");
const unlike = () => `${letters()}村的水库今晚放水`;
/** The queue, narrowed to one claim, so that it is on the first page whatever else there is. */
const queueOf = (wording: string) => `/desk/queue?view=all&q=${encodeURIComponent(wording)}`;

const isStream = (request: Request) => new URL(request.url()).pathname === "/api/desk/live";

/** How often a page asks for itself again. */
function refreshesOf(page: Page): string[] {
  const refreshes: string[] = [];
  page.on("request", (request) => {
    const isSame = new URL(request.url()).pathname === new URL(page.url()).pathname;
    if (request.headers().rsc && isSame) refreshes.push(request.url());
  });
  return refreshes;
}

/** So that a page that was loaded anew is known. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { isMarked: true }));
const isMarked = (page: Page) => page.evaluate(() => "isMarked" in window);

/** The streams that the tabs of a browser have opened. */
function streamsOf(context: BrowserContext): Request[] {
  const streams: Request[] = [];
  context.on("request", (request) => {
    if (isStream(request)) streams.push(request);
  });
  return streams;
}

test("what one decides the other sees, without loading anything anew and without asking every few seconds", async ({
  visit,
}) => {
  const claim = await seedClaim();
  const [one, other] = [await visit(await moderator()), await visit(await moderator())];
  await other.clock.install();
  const path = `/desk/claims/${claim.id}`;
  await openReady(other, path);
  await mark(other);
  const refreshes = refreshesOf(other);
  await other.clock.runFor(minutes(5));
  expect(refreshes).toEqual([]);
  await other.clock.resume();
  await openReady(one, path);
  await one.getByRole("button", { name: "受理" }).click();
  await expect(one.getByRole("button", { name: "确认派单" })).toBeVisible();
  await expect(other.getByRole("button", { name: "确认派单" })).toBeVisible();
  expect(await isMarked(other)).toBe(true);
  expect(refreshes.length).toBeGreaterThan(0);
});

test("what is typed stays while others decide, and whoever comes second hears who was first, with what and why", async ({
  visit,
}) => {
  const [first, claim] = [await moderator(), await seedClaim()];
  const page = await visit(await moderator());
  await openReady(page, `/desk/claims/${claim.id}`);
  const [words, reason] = ["这句话写了一半", `这是看法${letters()}`];
  await page.getByLabel("传言的表述").fill(words);
  const decision = { claimId: claim.id, version: claim.version, closing: "opinion", note: reason } as const;
  expect(await closeClaim(actorOf(first), decision)).toEqual({ ok: true });
  await expect(page.getByText("这条传言刚刚有变动")).toBeVisible();
  await expect(page.getByLabel("传言的表述")).toHaveValue(words);
  await page.getByRole("button", { name: "受理" }).click();
  const refusal = page.getByRole("alert").filter({ hasText: "刚刚有人先处理了这条传言" });
  await expect(refusal.getByText("先一步的处理")).toBeVisible();
  await expect(refusal.getByText("关闭：属于观点，不作核查")).toBeVisible();
  await expect(refusal.getByText(reason)).toBeVisible();
  await expect(refusal.getByText(first.name)).toBeVisible();
});

test("a page of before a renewal is not loaded anew while somebody types in it", async ({ visit }) => {
  const claim = await seedClaim();
  const page = await visit(await moderator());
  const say = (event: string, data: unknown) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
  const hello = say("hello", { stream: newId(), build: "another" });
  const said = { streams: 0, isTyped: false };
  await page.context().route(/\/api\/desk\/live/, (route) => {
    said.streams += 1;
    const n = 1e12 + said.streams;
    const changes = say("changes", [{ n, type: "claim.raised", claims: [claim.id] }]);
    // The browser comes again by itself.
    const body = `retry: ${said.isTyped ? 50 : 5_000}\n\n${hello}${said.isTyped ? changes : ""}`;
    return route.fulfill({ contentType: "text/event-stream", body });
  });
  await openReady(page, `/desk/claims/${claim.id}`);
  const wording = page.getByLabel("传言的表述");
  const own = await wording.inputValue();
  await wording.fill("这句话写了一半");
  said.isTyped = true;
  const refreshes = refreshesOf(page);
  const before = said.streams;
  await expect.poll(() => said.streams).toBeGreaterThan(before + 20);
  expect(refreshes).toEqual([]);
  await expect(wording).toHaveValue("这句话写了一半");
  await wording.fill(own);
  await expect.poll(() => refreshes.length).toBeGreaterThan(0);
});

test("eight tabs of a browser have one stream, which another takes over, and all end with the session", async ({
  visit,
}) => {
  const first = await visit(await moderator());
  const context = first.context();
  const streams = streamsOf(context);
  const tabs = [first, ...(await Promise.all(Array.from({ length: 7 }, () => context.newPage())))];
  const wording = unlike();
  for (const tab of tabs) await openReady(tab, queueOf(wording));
  await Promise.all(tabs.map(mark));
  const claim = await seedClaim({ wording });
  const rowIn = (tab: Page) => tab.getByRole("listitem").filter({ hasText: wording });
  await Promise.all(tabs.map((tab) => expect(rowIn(tab)).toBeVisible()));
  expect(streams).toHaveLength(1);
  const [stream] = streams;
  const elected = tabs.find((tab) => tab.mainFrame() === stream?.frame());
  const others = tabs.filter((tab) => tab !== elected);
  const [successor] = await Promise.all([context.waitForEvent("request", isStream), elected?.close()]);
  await successor.response();
  const { id: claimId, version } = claim;
  await closeClaim(actorOf(await moderator()), { claimId, version, closing: "opinion", note: "这是看法。" });
  await Promise.all(others.map((tab) => expect(rowIn(tab).getByText("属于观点，不作核查")).toBeVisible()));
  expect(await Promise.all(others.map(isMarked))).toEqual(others.map(() => true));
  expect(streams).toHaveLength(2);
  const [leaving] = others;
  await leaving?.getByText("测试·moderator", { exact: true }).click();
  await leaving?.getByRole("button", { name: "退出登录" }).click();
  for (const tab of others) await expect(tab).toHaveURL(/\/desk\/sign-in/);
});

test("shows who looks at a claim, on its page and in the queue, as long as they do", async ({ visit }) => {
  const wording = unlike();
  const claim = await seedClaim({ wording });
  const [looking, watching] = [
    await visit(await moderator()),
    await visit(await newPerson(platform, "duty-editor")),
  ];
  await openReady(looking, `/desk/claims/${claim.id}`);
  await openReady(watching, `/desk/claims/${claim.id}`);
  const here = watching.getByText(/也在看这条传言：测试·moderator（/);
  await expect(here).toBeVisible();
  await expect(looking.getByText(/也在看这条传言：测试·duty-editor（/)).toBeVisible();
  await openReady(watching, queueOf(wording));
  const row = watching.getByRole("listitem").filter({ hasText: wording });
  await expect(row.getByText("测试·moderator")).toBeVisible();
  await expect(looking.getByText(/也在看这条传言/)).toBeHidden();
  await openReady(looking, "/desk/account");
  await expect(row.getByText("测试·moderator")).toBeHidden();
});

test("says quietly that nothing is heard, and that it is again", async ({ visit }) => {
  const page = await visit(await moderator());
  await page.clock.install();
  await page.context().route(/\/api\/desk\/live/, (route) => route.abort());
  const refused = page.waitForEvent("requestfailed", isStream);
  await openReady(page, "/desk/queue");
  await refused;
  const lost = page.getByRole("status").filter({ hasText: "实时更新暂时断开" });
  await expect(lost).toBeHidden();
  await page.clock.runFor(10_000);
  await expect(lost).toBeVisible();
  await page.context().unroute(/\/api\/desk\/live/);
  await page.clock.resume();
  await expect(page.getByText("实时更新已经恢复。")).toBeVisible();
  await expect(lost).toBeHidden();
});
