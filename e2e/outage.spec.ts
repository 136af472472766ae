import { expect } from "@playwright/test";
import { test } from "./own-server.ts";
import { approve } from "./pages/desk.ts";
import { sendForm } from "./pages/raw-form.ts";

test("without its database the service shows what it showed, takes nothing by halves, and comes back by itself", async ({
  server,
  request,
  signInAs,
}) => {
  const { seedClaim } = await import("#seed/claims");
  const [published, reviewed] = [
    await seedClaim({ status: "published" }),
    await seedClaim({ status: "review-3" }),
  ];
  const paths = [
    "/",
    "/en",
    "/debunks",
    "/debunks?verdict=false",
    "/about",
    "/methodology",
    "/corrections",
    `/debunks/${published.debunk?.slug}`,
    "/nowhere",
    "/api/v1/debunks",
    "/feed.xml",
  ];
  const read = async (path: string) => {
    const answer = await request.get(path);
    return { status: answer.status(), text: await answer.text(), headers: answer.headers() };
  };
  const before = new Map<string, string>();
  const editor = await signInAs("duty-editor");
  const publish = editor.getByRole("button", { name: "发布", exact: true });

  await test.step("everything was read once, and an editor is about to publish", async () => {
    await expect(async () => {
      const home = await read("/");
      expect(home.text).toContain(`/debunks/${published.debunk?.slug}`);
    }).toPass();
    for (const path of paths) before.set(path, (await read(path)).text);
    await approve(editor, reviewed.story.wording);
    await expect(publish).toBeVisible();
  });

  await test.step("the database goes: readers see the last version, marked as such", async () => {
    await server.database.stop();
    await expect.poll(async () => (await read("/")).headers.warning).toBe('110 - "Response is Stale"');
    for (const path of paths) {
      const { status, text } = await read(path);
      expect.soft(status, path).toBe(path === "/nowhere" ? 404 : 200);
      expect.soft(text, path).toBe(before.get(path));
    }
  });

  await test.step("what nobody has read yet, and what would be written, is refused in words", async () => {
    const unread = await read("/debunks?verdict=true&topic=food");
    expect(unread.status).toBe(503);
    expect(unread.text).toContain("暂时打不开这个页面");
    expect(unread.headers["retry-after"]).toBe("5");
    const report = await request.post("/api/v1/reports", { data: { text: "三天后全城停水，是真的吗？" } });
    expect(report.status()).toBe(503);
    expect(report.headers()["content-type"]).toContain("application/problem+json");
    const text = "三天后全城停电，群里都在转";
    const form = await sendForm(request, "/report", { text });
    expect([form.status(), form.headers()["retry-after"]]).toEqual([503, "5"]);
    const kept = await form.text();
    expect(kept).toContain(text);
    expect(kept).toContain("暂时没有提交成功，填写的内容都还在");
    expect((await read("/readyz")).status).toBe(503);
    await publish.click();
    await expect(editor.getByText("暂时无法处理").first()).toBeVisible();
  });

  await test.step("it is back: the notice is published by the same press, and everybody sees it", async () => {
    await server.database.start();
    await expect.poll(async () => (await read("/readyz")).status).toBe(200);
    await publish.click();
    const notice = editor.getByRole("link", { name: "看公开页面" }).first();
    await expect(notice).toBeVisible();
    const href = (await notice.getAttribute("href")) ?? "";
    await expect(async () => {
      const home = await read("/");
      expect(home.text).toContain(href);
      expect(home.headers.warning).toBeUndefined();
    }).toPass();
    expect((await read(href)).status).toBe(200);
  });
});
