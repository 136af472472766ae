import type { Page } from "@playwright/test";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { checkPage } from "./pages/axe.ts";
import { chatPicture } from "./pages/chat-picture.ts";
import { expect, openReady, test } from "./pages/people.ts";

const known = [
  { text: "🚨紧急通知！三星堆挖出外星文物，考古现场已被封锁不让看！转发给更多人" },
  { text: "真的假的？", mine: true },
];
const unknown = [{ text: "听说青石乡的老桥昨天夜里被水冲走了，有人打13812345678问过" }];

type Given = { name: string; mimeType: string; buffer: Buffer };
const png = (buffer: Buffer): Given => ({ name: "Screenshot_20260101.png", mimeType: "image/png", buffer });

const chooser = (page: Page) => page.locator("input[type=file][multiple]");
const files = (page: Page) => page.getByRole("list", { name: "要一起发送的文件" }).getByRole("listitem");
const claimText = (page: Page) => page.getByLabel("消息原文");
const received = (page: Page) => page.getByRole("heading", { name: "已收到，谢谢你来问" });
const send = (page: Page) => page.getByRole("button", { name: "提交", exact: true }).click();
const step = (page: Page) => page.getByRole("button", { name: "都不是，提交我的线索" });
const answer = (page: Page) => page.getByRole("region", { name: "这条消息已经核查过" });

/** Hands the page a file as the clipboard or a drag does. */
const give = (page: Page, how: "paste" | "drop", label: string, { name, mimeType, buffer }: Given) =>
  page.getByLabel(label).evaluate(
    (target, [type, fileName, mime, content]) => {
      const bytes = Uint8Array.from(atob(content ?? ""), (character) => character.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], fileName ?? "", { type: mime ?? "" }));
      const init = { bubbles: true, cancelable: true };
      const event =
        type === "paste"
          ? new ClipboardEvent("paste", { ...init, clipboardData: data })
          : new DragEvent("drop", { ...init, dataTransfer: data });
      target.dispatchEvent(event);
    },
    [how, name, mimeType, buffer.toString("base64")],
  );

// Reading a picture takes a while on a busy machine.

test("a picture of a chat dropped on the home page leads to the right notice", async ({ page, browser }) => {
  const { slug } = await db.debunk.findFirstOrThrow({ where: { title: { contains: "三星堆" } } });
  const picture = await chatPicture(browser, known);
  await openReady(page, "/");
  await give(page, "drop", "把你看到的消息粘贴到这里", png(picture));
  await expect(files(page)).toHaveCount(1);
  await expect(page.getByLabel("把你看到的消息粘贴到这里")).toHaveValue(/三星堆挖出外星文物/);
  await expect(
    answer(page)
      .getByRole("link", { name: /三星堆/ })
      .first(),
  ).toHaveAttribute("href", `/debunks/${slug}`);
  await checkPage(page, "the home page with a picture");
});

test("a picture pasted into the report is read, warned of, filed, and seen by the desk alone", async ({
  page,
  browser,
  signInAs,
}) => {
  const picture = await chatPicture(browser, unknown);
  await openReady(page, "/report");
  await give(page, "paste", "消息原文", png(picture));
  await expect(claimText(page)).toHaveValue(/青石乡的老桥昨天夜里被水冲走/);
  await expect(claimText(page)).not.toHaveValue(/13812345678/);
  await expect(page.getByText("图片里好像有电话号码")).toBeVisible();
  await checkPage(page, "the report form with a picture");
  await claimText(page).fill(`听说青石乡的老桥昨天夜里被水冲走了 ${newId().slice(-8)}`);
  const uploadId = await page.locator("input[name=uploadIds]").inputValue();
  await send(page);
  await expect(received(page).or(step(page))).toBeVisible();
  if (await step(page).isVisible()) await step(page).click();
  await expect(received(page)).toBeVisible();

  const { reportId } = await db.reportUpload.findUniqueOrThrow({ where: { uploadId } });
  await expect.poll(() => db.claimReport.count({ where: { reportId } })).toBe(1);
  const { claimId } = await db.claimReport.findFirstOrThrow({ where: { reportId } });

  expect((await page.request.get(`/desk/files/${uploadId}/copy`)).status()).toBe(401);
  const desk = await signInAs("moderator");
  await desk.goto(`/desk/claims/${claimId}`);
  await desk.getByRole("link", { name: "看文件：图片" }).first().click();
  await expect(desk).toHaveURL(`/desk/files/${uploadId}`);
  await expect(desk.getByText("图里可能有：电话号码")).toBeVisible();
  const copy = await desk.request.get(`/desk/files/${uploadId}/copy`);
  expect(copy.headers()).toMatchObject({
    "content-type": "image/webp",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  });

  await desk.reload();
  await desk.getByRole("button", { name: "加一处" }).click();
  await desk.getByLabel("第 1 处 左").fill("0");
  const drawing = desk.getByRole("img", { name: "图片，可以在上面拖动画框" });
  await drawing.hover({ position: { x: 20, y: 20 } });
  await desk.mouse.down();
  await drawing.hover({ position: { x: 90, y: 60 } });
  await desk.mouse.up();
  await expect(desk.getByLabel("第 2 处 宽")).not.toHaveValue("0");
  await checkPage(desk, "the page of a file");
  await desk.getByRole("button", { name: "生成打码副本" }).click();
  await expect(desk.getByText("已生成打码副本")).toBeVisible();
  const { id } = await db.blurredCopy.findFirstOrThrow({ where: { uploadId } });
  const open = await page.request.get(`/files/${id}`);
  expect(open.status()).toBe(200);
  expect(open.headers()).toMatchObject({
    "content-type": "image/webp",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "public, max-age=31536000, immutable",
  });

  await desk.getByLabel("为什么需要原件").fill("核对拍摄时间");
  const [download] = await Promise.all([
    desk.waitForEvent("download"),
    desk.getByRole("button", { name: "记录理由并下载原件" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`${uploadId}.png`);
  expect(await db.event.findFirst({ where: { type: "upload.opened", subjectId: uploadId } })).toMatchObject({
    reason: "核对拍摄时间",
  });
});

test("what is not taken says why, can be removed, and keeps nobody from filing", async ({ page }) => {
  await openReady(page, "/report");
  await chooser(page).setInputFiles([
    { name: "a.png", mimeType: "image/png", buffer: Buffer.from("<svg onload=alert(1)>") },
    { name: "空.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(0) },
  ]);
  await expect(files(page).filter({ hasText: "a.png" })).toContainText("不支持这种文件");
  await expect(files(page).filter({ hasText: "空.jpg" })).toContainText("这个文件是空的");
  await checkPage(page, "the report form with refused files");
  for (const name of ["a.png", "空.jpg"])
    await page.getByRole("button", { name: new RegExp(`移除.*${name}`) }).click();
  await expect(files(page)).toHaveCount(0);
  await claimText(page).fill(`没有图片的线索 ${newId().slice(-8)}`);
  await send(page);
  await expect(received(page)).toBeVisible();
});

test("a part that is covered in the browser is never sent", async ({ page, browser }) => {
  const picture = await chatPicture(browser, unknown);
  await openReady(page, "/report");
  await chooser(page).setInputFiles(png(picture));
  await page.getByRole("button", { name: "遮住一部分" }).click();
  await page.getByRole("button", { name: "加一处" }).click();
  for (const [side, value] of [
    ["左", 0],
    ["上", 0],
    ["宽", 1170],
    ["高", 2340],
  ] as const)
    await page.getByLabel(`第 1 处 ${side}`).fill(String(value));
  await checkPage(page, "covering a part of a picture");
  const first = await page.locator("input[name=uploadIds]").inputValue();
  await page.getByRole("button", { name: "涂黑并重新上传" }).click();
  await expect(page.getByText("图里没有读出文字")).toBeVisible();
  const second = await page.locator("input[name=uploadIds]").inputValue();
  expect(second).not.toBe(first);
  await expect
    .poll(() => db.uploadText.findUnique({ where: { uploadId: second } }))
    .toMatchObject({ state: "read", text: "" });
});

test("a report waits for a file that is on its way, and goes on after a cut", async ({ page, browser }) => {
  const picture = await chatPicture(
    browser,
    [...Array(6)].map((_, at) => ({ text: `第${at + 1}条：${newId().slice(-8)}` })),
  );
  let cut = true;
  const seen = Promise.withResolvers<void>();
  await page.route("**/api/v1/uploads**", async (route) => {
    if (!cut) return route.continue();
    cut = false;
    await seen.promise;
    await route.abort("connectionreset");
  });
  const words = "带图的线索，等图片传完再提交";
  await openReady(page, "/report");
  await claimText(page).fill(words);
  await chooser(page).setInputFiles(png(picture));
  await send(page);
  await expect(page.getByText("还有文件在上传，请等它传完再提交")).toBeVisible();
  seen.resolve();
  const sent = page.locator("input[name=uploadIds]");
  const again = page.getByRole("button", { name: "再试一次" });
  await expect(again.or(page.getByRole("button", { name: "遮住一部分" }))).toBeVisible();
  if (await again.isVisible()) await again.click();
  await expect(sent).toHaveCount(1);
  const uploadId = await sent.inputValue();
  await send(page);
  await expect(received(page).or(step(page))).toBeVisible();
  if (await step(page).isVisible()) await step(page).click();
  await expect(received(page)).toBeVisible();
  expect(await db.reportUpload.count({ where: { uploadId } })).toBe(1);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a picture is sent first, and comes back in the form with its words", async ({ page, browser }) => {
    await page.goto("/report");
    await page.getByRole("link", { name: "上传图片或文件" }).click();
    await page
      .getByLabel("选择文件")
      .setInputFiles({ name: "a.png", mimeType: "image/png", buffer: Buffer.from("<svg/>") });
    await page.getByRole("button", { name: "上传", exact: true }).click();
    await expect(page.getByText("不支持这种文件").first()).toBeVisible();
    await page.getByLabel("选择文件").setInputFiles(png(await chatPicture(browser, unknown)));
    await page.getByRole("button", { name: "上传", exact: true }).click();
    await expect(page).toHaveURL(/\/report\?file=/);
    await expect(page.getByText("已附上 1 个文件")).toBeVisible();
    const [id = ""] = new URL(page.url()).searchParams.getAll("file");
    await claimText(page).fill(`青石乡的老桥昨天夜里被水冲走了，${newId().slice(-6)}`);
    await send(page);
    await expect(received(page).or(step(page))).toBeVisible();
    if (await step(page).isVisible()) await step(page).click();
    await expect(received(page)).toBeVisible();
    expect(await db.reportUpload.count({ where: { uploadId: id } })).toBe(1);
  });
});
