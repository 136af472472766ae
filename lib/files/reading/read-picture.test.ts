import { readdir } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import sharp from "sharp";
import { afterAll, describe, expect, it, vi } from "vitest";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { storage } from "#lib/platform/storage";
import { drawing, pdf } from "#lib/platform/testing/pictures";
import { awaitReading } from "./await-reading.ts";
import { readingProcess, stopReading } from "./ocr.ts";
import { readPicture } from "./read-picture.ts";
import { arrivals, receiveUpload } from "#lib/files/receive-upload";
import { makeUploadOwner } from "#lib/files/upload-owner";
import { findUpload, uploadQuery } from "#lib/files/upload-queries";

const owner = makeUploadOwner();

async function* once(content: Buffer) {
  yield content;
}

async function send(lines: readonly string[], size?: { width: number; height: number }) {
  const { id } = await receiveUpload(once(await sharp(drawing(lines, size)).png().toBuffer()), owner);
  return id;
}

const eventsOf = (id: string) => db.event.findMany({ where: { subjectId: id }, orderBy: { seq: "asc" } });

// A busy machine reads slowly.
vi.setConfig({ testTimeout: 90_000 });
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

  it("changes nothing the second time, and tells of it once", async () => {
    const id = await send(["再读一遍"]);
    await Promise.all([readPicture(id), readPicture(id)]);
    await readPicture(id);
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual(["upload.received", "upload.read"]);
  });

  it("reads a long screenshot to its end", async () => {
    const lines = Array.from({ length: 60 }, (_, at) => `第${at + 1}行的消息都在这里`);
    const id = await send(lines, { width: 720, height: 3800 });
    await readPicture(id);
    const { text } = await db.uploadText.findUniqueOrThrow({ where: { uploadId: id } });
    for (const at of [1, 25, 30, 50, 60]) expect(text).toContain(`第${at}行的消息`);
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

  it("reads on when the reading process is killed in the middle", async () => {
    const ids = await Promise.all([1, 2, 3].map((at) => send([`第${at}条消息`])));
    await readPicture(ids[0] ?? "");
    const killed = readingProcess();
    const work = Promise.all(ids.slice(1).map(readPicture));
    await pause(50);
    if (killed) process.kill(killed, "SIGKILL");
    await work;
    expect(readingProcess()).not.toBe(killed);
    for (const [at, id] of ids.entries()) {
      expect(await findUpload(id, owner)).toMatchObject({ reading: "read", text: `第${at + 1}条消息` });
    }
  });

  it("leaves no file behind", async () => {
    expect(await readdir(arrivals())).toEqual([]);
  });
});
