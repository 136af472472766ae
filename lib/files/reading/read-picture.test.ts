import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import sharp from "sharp";
import { afterAll, describe, expect, it, vi } from "vitest";
import { arrivals } from "#lib/files/arrivals";
import { receiveUpload } from "#lib/files/receive-upload";
import { makeUploadOwner } from "#lib/files/upload-owner";
import { findUpload, uploadQuery } from "#lib/files/upload-queries";
import { clock, minutes } from "#lib/platform/clock";
import { config } from "#lib/platform/config";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { storage } from "#lib/platform/storage";
import { drawing, pdf } from "#lib/platform/testing/pictures";
import { awaitReading } from "./await-reading.ts";
import { readingProcess, readWords, stopReading } from "./ocr.ts";
import { readPicture } from "./read-picture.ts";

const owner = makeUploadOwner();

async function* once(content: Buffer) {
  yield content;
}

async function send(lines: readonly string[], size?: { width: number; height: number }) {
  const { id } = await receiveUpload(once(await sharp(drawing(lines, size)).png().toBuffer()), owner);
  return id;
}

const eventsOf = (id: string) => db.event.findMany({ where: { subjectId: id }, orderBy: { seq: "asc" } });

afterAll(stopReading);

describe("readPicture", () => {
  it("reads Chinese, keeps personal details out, and tells what kinds there are", async () => {
    const id = await send(["网传成都明天全城停水三天", "请打13812345678报名"]);
    await readPicture(id);
    expect(await findUpload(id, owner)).toMatchObject({
      reading: "read",
      text: expect.stringContaining("网传成都明天全城停水三天"),
      warnings: ["phone"],
    });
    const stored = JSON.stringify(await db.uploadText.findUnique({ where: { uploadId: id } }));
    expect(stored).not.toContain("13812345678");
    expect(await awaitReading(id)).toContain("停水");
    const query = await uploadQuery([id], owner);
    expect(query).toEqual({
      texts: [expect.stringContaining("停水")],
      phashes: [expect.stringMatching(/^[01]{64}$/)],
    });
    expect(await uploadQuery([id], makeUploadOwner())).toEqual({ texts: [], phashes: [] });
  });

  it("says what it read with doubt", async () => {
    // A model of simplified characters is not sure of these.
    const id = await send(["網傳臺北明天停水三天"]);
    await readPicture(id);
    const { text = "", doubts = [] } = (await findUpload(id, owner)) ?? {};
    const doubtful = doubts.map(({ start, end }) => text.slice(start, end)).join("");
    expect(doubtful).toContain("臺");
    expect(doubtful).not.toMatch(/[明天停水]/);
  });

  it("changes nothing the second time, and tells of it once", async () => {
    const id = await send(["再读一遍"]);
    await Promise.all([readPicture(id), readPicture(id)]);
    await readPicture(id);
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual(["upload.received", "upload.read"]);
  });

  it("reads a long screenshot to its end", async () => {
    const lines = Array.from({ length: 60 }, (_, at) => (at % 4 === 3 ? `第${at + 1}行的消息` : ""));
    const id = await send(lines, { width: 720, height: 3800 });
    await readPicture(id);
    const { text } = await db.uploadText.findUniqueOrThrow({ where: { uploadId: id } });
    expect(text).toBe(lines.filter(Boolean).join("\n"));
  });

  it.each([90, 180, 270])("reads a picture that lies turned by %s°", async (degrees) => {
    const turned = sharp(drawing(["网传成都明天全城停水三天", "请大家转告"])).rotate(degrees);
    const { id } = await receiveUpload(once(await turned.png().toBuffer()), owner);
    await readPicture(id);
    expect((await findUpload(id, owner))?.text).toMatch(/^网传成都明天全城停水三天\n?请大家转告$/);
  });

  it("reads the rows of a table in a photograph that is aslant", async () => {
    const rows = ["锦江区　停水　九月三日", "青羊区　停电　九月四日", "金牛区　停气　九月五日"];
    const photo = sharp(drawing(rows)).rotate(-6, { background: "#8a7f70" }).blur(0.6).jpeg();
    const { id } = await receiveUpload(once(await photo.toBuffer()), owner);
    await readPicture(id);
    const read = (await findUpload(id, owner))?.text ?? "";
    expect(read.replaceAll(/[ \n]/g, "")).toBe(rows.join("").replaceAll("　", ""));
  });

  it("reads a strip that is fifty times as wide as high, and one with a line longer than the reader looks at", async () => {
    const words = Array.from({ length: 9 }, (_, at) => `第${at + 1}段都在这里请转告`).join("");
    for (const [width, line] of [
      [3000, "网传城东大桥已经出现裂缝明天开始全面封闭三个月请市民绕行并相互转告"],
      [3300, words],
    ] as const) {
      const strip = sharp(drawing([line], { width, height: 160 })).extract({
        left: 0,
        top: 60,
        width,
        height: 60,
      });
      const { id } = await receiveUpload(once(await strip.png().toBuffer()), owner);
      await readPicture(id);
      expect((await findUpload(id, owner))?.text).toBe(line);
    }
  });

  it("finds no words in a picture without any", async () => {
    const id = await send([]);
    await readPicture(id);
    expect(await findUpload(id, owner)).toMatchObject({ reading: "read", text: "", warnings: [] });
  });

  it("leaves alone what is no picture, is gone, or never was", async () => {
    const { id } = await receiveUpload(once(pdf), owner);
    await readPicture(id);
    await readPicture(newId());
    expect(await db.uploadText.count({ where: { uploadId: id } })).toBe(0);
    expect(await findUpload(id, owner)).not.toHaveProperty("reading");
  });

  it("marks a picture that cannot be read, and goes on", async () => {
    const [bad, good] = [await send(["坏"]), await send(["好的消息"])];
    await storage.put("copy", bad, [Buffer.from("no picture at all")]);
    await Promise.all([readPicture(bad), readPicture(good)]);
    expect(await findUpload(bad, owner)).toMatchObject({ reading: "failed" });
    expect(await findUpload(good, owner)).toMatchObject({ reading: "read", text: "好的消息" });
  });

  it("leaves for later what is read when the reading process is killed", async () => {
    const id = await send(["第一条消息"]);
    await readPicture(await send(["水"]));
    // It stands still, so that it is asked and not done when it is killed, however long that takes.
    const killed = readingProcess() ?? 0;
    process.kill(killed, "SIGSTOP");
    const rejected = expect(readPicture(id)).rejects.toThrow("ended by SIGKILL");
    await vi.waitFor(async () => expect(await readdir(arrivals())).toHaveLength(1), { timeout: 60_000 });
    await pause(500);
    process.kill(killed, "SIGKILL");
    await rejected;
    expect(await findUpload(id, owner)).toMatchObject({ reading: "waiting" });
    await readPicture(id);
    expect(readingProcess()).not.toBe(killed);
    expect(await findUpload(id, owner)).toMatchObject({ reading: "read", text: "第一条消息" });
  });

  it("leaves for later, however long it took, what a busy machine does not get to", async () => {
    const [id, other] = [await send(["停水的消息"]), await send(["水"])];
    await readPicture(other);
    const stopped = readingProcess() ?? 0;
    process.kill(stopped, "SIGSTOP");
    const work = readPicture(id);
    const rejected = expect(work).rejects.toThrow("less busy time");
    // However late it is already when the process is asked.
    const hurry = setInterval(() => {
      clock.offset += minutes(13);
    }, 100);
    await rejected;
    clearInterval(hurry);
    clock.offset = 0;
    expect(await findUpload(id, owner)).toMatchObject({ reading: "waiting" });
    await readPicture(id);
    expect(await findUpload(id, owner)).toMatchObject({ reading: "read", text: "停水的消息" });
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual(["upload.received", "upload.read"]);
  });

  it("gives up what takes too much processor time of its own, and reads the next", async () => {
    const path = join(config.DATA_DIR, "much.png");
    await sharp(drawing(["水"], { width: 720, height: 6000 }))
      .png()
      .toFile(path);
    expect(await readWords(path, 100)).toEqual({ ok: false, reason: "it takes too much processor time" });
    const id = await send(["好的消息"]);
    await readPicture(id);
    expect(await findUpload(id, owner)).toMatchObject({ reading: "read" });
  });

  it("leaves no file behind", async () => {
    expect(await readdir(arrivals())).toEqual([]);
  });
});
