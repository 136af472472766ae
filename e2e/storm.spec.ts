import { countAsked } from "#lib/claims/count-asked";
import { after, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { seedClaim } from "#seed/claims";
import { checkPage } from "./pages/axe.ts";
import { openDesk, unheardOf } from "./pages/desk.ts";
import { expect, newPerson, platform, test } from "./pages/people.ts";

/** A county and a topic that no other journey has to do with. */
const [county, topicId] = ["513334", "transport"];
const OTHERS = 40;
/** A thousand reports of three rumors. */
const rumors = [
  ["雀儿山隧道明天起全线封闭", 400],
  ["理塘机场高速大桥已经垮塌", 350],
  ["进藏客车从今晚起一律停运", 250],
] as const;
/** What a queue of so many rows may weigh, and each further row, in bytes of HTML. */
const [HEAVIEST, ROWS, HEAVIEST_ROW] = [60_000, 14, 1_000];
/** Keys that a routine claim may take, opening the first one included. */
const MOST_KEYS = 4;

test("in a storm one moderator brings three rumors to their members, by a few keys each", async ({
  visit,
}) => {
  test.slow();
  const places = [county];
  const story = { topicId, places, status: "received" } as const;
  for (let index = 0; index < OTHERS; index++)
    await seedClaim({ ...story, wording: `客运站${unheardOf()}`, receivedAt: after(now(), -minutes(10)) });
  const asked: { id: string; wording: string; reports: number }[] = [];
  for (const [words, reports] of rumors) {
    const wording = `${words}，${unheardOf()}`;
    const { id } = await seedClaim({ ...story, wording, reports, receivedAt: after(now(), -minutes(9)) });
    asked.push({ id, wording, reports });
  }
  await countAsked();
  const reported = await db.claim.findMany({ where: { id: { in: asked.map(({ id }) => id) } } });
  expect(reported.reduce((sum, { reportCount }) => sum + reportCount, 0)).toBe(1_000);

  const page = await openDesk(
    await visit(await newPerson(platform, "moderator")),
    `/desk/queue?view=new&topic=${topicId}&division=${county}`,
  );
  const rows = page.getByRole("list", { name: "新线索" }).getByRole("listitem");

  await test.step("what a thousand ask about stands before what forty others asked earlier", async () => {
    for (const [place, { wording, reports }] of asked.entries()) {
      await expect(rows.nth(place)).toContainText(wording);
      await expect(rows.nth(place)).toContainText(`${reports} 人问起`);
    }
    await checkPage(page, "the queue in a storm");
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step("a page of the queue is light", async () => {
    const html = await (await page.request.get("/desk/queue?view=new")).text();
    const further = html.split('class="queue-row"').length - 1 - ROWS;
    expect(further).toBeGreaterThan(0);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(HEAVIEST + further * HEAVIEST_ROW);
  });

  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    await page.keyboard.press(key);
  };
  await press("j");
  await press("Enter");
  for (const { id, wording } of asked) {
    await expect(page.getByRole("heading", { level: 1, name: wording })).toBeVisible();
    await press("a");
    await expect(page.getByRole("button", { name: "确认派单" })).toBeVisible();
    await press("r");
    await expect
      .poll(async () => (await db.claim.findUniqueOrThrow({ where: { id } })).status)
      .toBe("assigned");
    await press("n");
  }
  await expect(page.getByRole("heading", { level: 1, name: /^客运站/ })).toBeVisible();

  await test.step("each is with who verifies and who writes, and the way there was short", async () => {
    for (const { id } of asked) {
      const work = await db.assignment.findMany({ where: { claimId: id }, select: { purpose: true } });
      expect(work.map(({ purpose }) => purpose).toSorted()).toEqual(["verify", "write"]);
    }
    const each = keys / asked.length;
    test.info().annotations.push({ type: "keys a routine claim", description: each.toFixed(2) });
    console.log(`storm: ${keys} keys for ${asked.length} claims, ${each.toFixed(2)} each`);
    expect(each).toBeLessThanOrEqual(MOST_KEYS);
  });
});
