import { expect } from "@playwright/test";
import { Webhook } from "standardwebhooks";
import { test } from "./own-server.ts";
import { publish } from "./pages/desk.ts";
import { ownLib } from "./pages/own-lib.ts";

const path = "/ok/overtaken";
const member = "outlet-sichuan-observation";
const title = "更正以后的标题：数字已经改正";

type Told = { type: string; data: { slug: string; version: number; title: string } };

test("a member that was down during the original gets the correction alone; page, feed, list and widget agree with it", async ({
  server,
  page,
  request,
  signInAs,
}) => {
  const { seedClaim, seedWebhook, correct } = await ownLib();
  const receiver = server.takeReceiver();
  const { id, secret } = await seedWebhook(receiver.host, path, member);
  const taken: Told[] = [];
  receiver.replies.set(path, (response, { body }) => {
    const told: Told = JSON.parse(body);
    if (told.data.version === 1) return void response.writeHead(503).end("down");
    taken.push(told);
    response.writeHead(204).end();
  });

  const editor = await signInAs("duty-editor");
  const claim = await seedClaim({ status: "review-3" });
  await test.step("the original finds nobody there", async () => {
    await publish(editor, claim.story.wording);
    await expect.poll(() => receiver.callsOf(path).length).toBeGreaterThan(0);
  });
  const slug = JSON.parse(receiver.callsOf(path)[0]?.body ?? "").data.slug as string;
  const formerTitle = JSON.parse(receiver.callsOf(path)[0]?.body ?? "").data.title as string;

  await test.step("the correction comes, and it alone", async () => {
    await correct(claim, title);
    await expect.poll(() => taken.length).toBe(1);
    expect(taken).toMatchObject([{ type: "debunk.corrected", data: { slug, version: 2, title } }]);
    const { body = "", headers } = receiver.callsOf(path).at(-1) ?? {};
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual(taken[0]);
    const coordinator = await signInAs("coordinator", member);
    await coordinator.goto(`/desk/endpoints/${id}`);
    const sent = coordinator.getByRole("region", { name: "推送记录" }).getByRole("listitem");
    const row = (version: string) => sent.filter({ hasText: version }).filter({ hasText: title }).first();
    await expect(row("第 2 版")).toContainText("已送达");
    await expect(row("第 1 版")).toContainText("已有新版本，不再发送");
  });

  await test.step("readers and programs see the same everywhere", async () => {
    await expect(async () => {
      await page.goto(`/debunks/${slug}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title, { timeout: 2_000 });
      for (const address of ["/feed.xml", "/debunks", `/embed/${slug}`]) {
        const text = await (await request.get(address)).text();
        expect(text, address).toContain(title);
        expect(text, address).not.toContain(formerTitle);
      }
      const list = await (await request.get("/api/v1/debunks")).json();
      const item = list.items.find((one: { slug: string }) => one.slug === slug);
      expect(item).toMatchObject({ version: 2, title });
    }).toPass();
  });
  expect(taken).toHaveLength(1);
});
