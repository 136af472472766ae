import { type APIRequestContext, expect } from "@playwright/test";
import { test } from "./own-server.ts";
import { checkEveryLook, checkPage } from "./pages/axe.ts";
import { openFromQueue } from "./pages/desk.ts";

// One after the other, on one server.
test.describe.configure({ mode: "default" });

const BOTS = 400;
/** What one network may send before its reports are kept apart; the first ones nobody can tell from a busy office. */
const UNSUSPICIOUS = 120;

/** Words that nobody has ever said, so that they repeat nothing. */
const babble = (length: number) =>
  Array.from({ length }, () => String.fromCharCode(0x4e00 + Math.floor(Math.random() * 5000))).join("");

const someNetwork = () => `203.0.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`;

async function file(request: APIRequestContext, text: string, network: string): Promise<string> {
  const answer = await request.post("/api/v1/reports", {
    data: { text },
    headers: { "x-forwarded-for": network },
  });
  expect(answer.status()).toBe(201);
  return (await answer.json()).receipt;
}

test("hundreds of bot posts are one line for the desk, people stay in the queue, and nothing is lost", async ({
  request,
  signInAs,
}) => {
  const [bots, people] = ["203.0.113.7", "198.51.100.7"];
  const rumor = `${babble(16)}，千万不要去`;

  const desk = await signInAs("moderator");
  const digest = desk.getByRole("region", { name: "暂存待甄别" });
  const keptApart = async () => {
    await desk.goto("/desk/queue");
    await expect(desk.getByRole("heading", { name: "队列" })).toBeVisible();
    const words = (await digest.isVisible()) ? await digest.textContent() : "";
    return Number(/另有 ([\d,]+) 条线索/.exec(words ?? "")?.[1]?.replaceAll(",", "") ?? 0);
  };
  expect(await keptApart()).toBe(0);

  const receipts: string[] = [];
  await test.step("a machine posts, while thirty people behind one address ask about one rumor", async () => {
    for (let batch = 0; batch < BOTS / 20; batch += 1) {
      const posts = Array.from({ length: 20 }, () => file(request, babble(20), bots));
      if (batch < 15) posts.push(file(request, rumor, people), file(request, rumor, people));
      receipts.push(...(await Promise.all(posts)));
    }
    expect(receipts).toHaveLength(BOTS + 30);
  });

  await test.step("the desk has one line about the machine", async () => {
    await expect.poll(keptApart, { intervals: [2_000] }).toBeGreaterThanOrEqual(BOTS - UNSUSPICIOUS);
    await expect(digest).toContainText("繁忙时段未经验证");
    await checkPage(desk, "queue with a digest");
  });

  await test.step("and the people's rumor in its queue, counted once for each of them", async () => {
    await openFromQueue(desk, rumor.slice(0, 12));
    await expect(desk.getByRole("heading", { name: "线索（30）" })).toBeVisible();
    await expect(desk.getByText("其中 30 条用了几乎相同的文字")).toBeVisible();
  });

  await test.step("what was kept apart can be put into the queue, one by one or together", async () => {
    await desk.goto("/desk/queue");
    await digest.getByRole("link", { name: "查看" }).click();
    await expect(desk).toHaveURL(/view=quarantine/);
    const apart = desk.getByRole("list", { name: "暂存待甄别" });
    await expect(apart.getByRole("listitem")).toHaveCount(100);
    await checkEveryLook(desk, "claims that were kept apart");
    await desk.getByRole("checkbox", { name: "长辈版" }).uncheck();
    const wording = (await apart.getByRole("link").nth(2).textContent()) ?? "";
    await apart.getByRole("checkbox").nth(0).check();
    await apart.getByRole("checkbox").nth(1).check();
    await desk.getByRole("button", { name: "放入队列" }).click();
    await expect(desk.getByText("已处理 2 个传言")).toBeVisible();

    await apart.getByRole("link", { name: wording }).click();
    await expect(desk.getByText("暂存待甄别：繁忙时段未经验证").first()).toBeVisible();
    await checkPage(desk, "a claim that was kept apart");
    await desk.getByRole("button", { name: "放入队列" }).click();
    await expect(desk.getByText("它还不在队列里")).toBeHidden();
    await openFromQueue(desk, wording);
  });

  await test.step("every acknowledged report is there", async () => {
    for (let at = 0; at < receipts.length; at += 20) {
      const found = receipts.slice(at, at + 20).map((receipt) =>
        request.post("/api/v1/reports/lookup", {
          data: { receipt },
          headers: { "x-forwarded-for": someNetwork() },
        }),
      );
      for (const answer of await Promise.all(found)) expect(answer.status()).toBe(200);
    }
  });
});

test("a browser works in the background for its report, and sending does not wait for it", async ({
  page,
}) => {
  await page.goto("/report");
  const proof = page.locator('input[name="proof"]');
  await expect(proof).toHaveValue("");
  await page.locator("#report-text").fill(`${babble(12)}是真的吗？`);
  await expect(proof).not.toHaveValue("");
  const { challenge, solution } = JSON.parse(
    Buffer.from(await proof.inputValue(), "base64").toString("utf8"),
  );
  expect(challenge.parameters.data).toEqual({ form: "report" });
  expect(solution.derivedKey).toMatch(/^00/);
});
