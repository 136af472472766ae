import { expect, type Page } from "@playwright/test";
import { Webhook } from "standardwebhooks";
import { test } from "./own-server.ts";
import { checkPage } from "./pages/axe.ts";
import { publish } from "./pages/desk.ts";

const path = "/ok/one-push";

/** The secret of a webhook, which is shown once. */
async function readSecret(page: Page): Promise<string> {
  await expect(page.getByText("推送地址已生成")).toBeVisible();
  return (await page.getByText(/^whsec_[\w+/=]+$/).textContent()) ?? "";
}

test("one push reaches webhooks, mailboxes and those who fetch, and the desk sees who has it", async ({
  server,
  request,
  context: guest,
  signInAs,
}) => {
  const { seedClaim } = await import("#seed/claims");
  const { seedDigest } = await import("#seed/digests");
  const receiver = server.takeReceiver();
  const member = "outlet-cover-news";
  const coordinator = await signInAs("coordinator", member);
  const address = `http://${receiver.host}${path}`;

  const secret =
    await test.step("its coordinator makes a webhook; a wrong address is refused and kept", async () => {
      await coordinator.goto("/desk/endpoints");
      await coordinator.getByRole("link", { name: "新建推送地址" }).first().click();
      await coordinator.getByLabel("用在哪里").fill("客户端采编系统");
      await coordinator.getByLabel("地址", { exact: true }).fill("https://192.168.1.8/hook");
      await coordinator.getByRole("button", { name: "生成推送地址" }).click();
      await expect(coordinator.getByText("请填写互联网上能访问的 https:// 地址").first()).toBeVisible();
      await expect(coordinator.getByLabel("用在哪里")).toHaveValue("客户端采编系统");
      await checkPage(coordinator, "a new webhook");
      await coordinator.getByLabel("地址", { exact: true }).fill(address);
      await coordinator.getByRole("button", { name: "生成推送地址" }).click();
      return readSecret(coordinator);
    });
  const lastCall = () => {
    const call = receiver.callsOf(path).at(-1);
    return new Webhook(secret).verify(call?.body ?? "", call?.headers as Record<string, string>);
  };

  await test.step("a test comes at once, and says what the receiver made of it", async () => {
    await coordinator.getByRole("link", { name: "发送测试消息" }).click();
    await coordinator.getByRole("button", { name: "发送测试消息" }).click();
    await expect(coordinator.getByText("对方已收到")).toBeVisible();
    expect(lastCall()).toMatchObject({ type: "endpoint.test" });
    receiver.replies.set(path, (response) => void response.writeHead(500).end("out of order"));
    await coordinator.getByRole("button", { name: "发送测试消息" }).click();
    await expect(coordinator.getByText("out of order")).toBeVisible();
    receiver.replies.delete(path);
    await checkPage(coordinator, "a webhook");
  });

  const digest = await seedDigest("outlet-sichuan-daily");
  const story = await test.step("a notice is published, and is there within seconds", async () => {
    const claim = await seedClaim({ status: "review-3", urgency: "P1" });
    const editor = await signInAs("duty-editor");
    await publish(editor, claim.story.wording);
    await expect.poll(() => receiver.callsOf(path).length).toBe(3);
    await expect.poll(async () => (await server.letters(digest.email)).length).toBe(1);
    return { claim, editor };
  });
  const said = lastCall() as { type: string; data: { slug: string; version: number; url: string } };
  expect(said).toMatchObject({ type: "debunk.published", data: { version: 1 } });
  expect((await request.get(new URL(said.data.url).pathname)).status()).toBe(200);

  /** What the desk knows of a member that is in a state. */
  const covered = async (state: string, name: string) => {
    await story.editor.goto(`/desk/coverage/${said.data.slug}?state=${state}`);
    return story.editor.getByRole("listitem").filter({ hasText: name });
  };

  await test.step("the member sees that it was delivered, the desk that the member has it", async () => {
    await coordinator.reload();
    const sent = coordinator.getByRole("region", { name: "推送记录" });
    await expect(sent.getByText("已送达")).toBeVisible();
    await coordinator.goto("/desk/endpoints");
    await expect(coordinator.getByText("正常", { exact: true })).toBeVisible();
    await checkPage(coordinator, "the webhooks of a member");
    await expect(await covered("has", "封面新闻")).toContainText("系统收到");
  });

  await test.step("another member answers its letter by the link, and the desk sees that too", async () => {
    const [letter] = await server.letters(digest.email);
    expect(letter?.text).toContain(`/debunks/${said.data.slug}\n`);
    const page = await guest.newPage();
    await page.goto(/http\S+\/digest\?token=\S+/.exec(letter?.text ?? "")?.[0] ?? "");
    await page.getByRole("button", { name: "收到", exact: true }).click();
    await expect(page.getByRole("heading", { name: "已确认收到" })).toBeVisible();
    await expect(await covered("confirmed", "四川日报")).toContainText("有人确认");
  });

  await test.step("a program without a server fetches the same", async () => {
    await coordinator.goto("/desk/keys/new");
    await coordinator.getByLabel("给哪个程序用").fill("没有服务器的程序");
    await coordinator.getByRole("checkbox", { name: "接收推送" }).check();
    await coordinator.getByRole("button", { name: "生成密钥" }).click();
    const key = await coordinator.getByText(/^bz_[0-9A-Za-z]{43}$/).textContent();
    const headers = { authorization: `Bearer ${key}` };
    const slugs: string[] = [];
    for (let cursor = "0"; ; ) {
      const answer = await request.get(`/api/v1/member/deliveries?cursor=${cursor}&limit=100`, { headers });
      const { items, nextCursor } = await answer.json();
      if (items.length === 0) break;
      slugs.push(...items.map((item: { message: { data: { slug: string } } }) => item.message.data.slug));
      cursor = nextCursor;
    }
    expect(slugs.filter((slug) => slug === said.data.slug)).toHaveLength(1);
  });

  await test.step("the webhook is taken away", async () => {
    await coordinator.goto("/desk/endpoints");
    await coordinator.getByRole("link", { name: /管理推送地址/ }).click();
    await coordinator.getByText("删除这个推送地址").click();
    await coordinator.getByRole("button", { name: "立即删除" }).click();
    await expect(coordinator.getByText("推送地址已删除。")).toBeVisible();
  });
});
