import { existsSync } from "node:fs";
import { appendFile, mkdir, utimes } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { hashReceipt } from "#lib/intake/receipt";
import type { NewReport } from "#lib/intake/schema";
import { submitReport } from "#lib/intake/submit-report";
import { after, hours, now } from "#lib/platform/clock";
import { config } from "#lib/platform/config";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { storage } from "#lib/platform/storage";
import { drawing, pdf } from "#lib/platform/testing/pictures";
import { readyReference } from "#seed/reference";
import { arrivals } from "./arrivals.ts";
import { dropUploads } from "./drop-uploads.ts";
import { receiveUpload } from "./receive-upload.ts";
import { makeUploadOwner } from "./upload-owner.ts";
import { findUpload } from "./upload-queries.ts";

const owner = makeUploadOwner();
const arrival = { channel: "web", locale: "zh-CN", uploadOwner: owner } as const;
const unknown = { code: "VALIDATION", fields: [{ path: "uploadIds", message: "unknown" }] };

async function* once(content: Buffer) {
  yield content;
}

let picture: Buffer;
beforeAll(async () => {
  await readyReference();
  picture = await sharp(drawing(["停水"]))
    .png()
    .toBuffer();
});

const send = async (content: Buffer = pdf, by = owner) => (await receiveUpload(once(content), by)).id;

async function submit(input: NewReport, idempotencyKey?: string, uploadOwner: string | undefined = owner) {
  const outcome = await submitReport(input, { ...arrival, uploadOwner, idempotencyKey });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.receipt;
}

const uploadsOf = async (receipt: string) => {
  const row = await db.report.findUniqueOrThrow({
    where: { receiptHash: Uint8Array.from(hashReceipt(receipt) ?? []) },
    select: { uploadCount: true, uploads: { orderBy: { position: "asc" }, select: { uploadId: true } } },
  });
  expect(row.uploadCount).toBe(row.uploads.length);
  return row.uploads.map(({ uploadId }) => uploadId);
};

describe("a report with uploads", () => {
  it("may be nothing but a picture", async () => {
    const id = await send(picture);
    expect(await uploadsOf(await submit({ uploadIds: [id] }))).toEqual([id]);
  });

  it("keeps their order, and each once", async () => {
    const ids = [await send(), await send(), await send()].toReversed();
    const [first = ""] = ids;
    expect(await uploadsOf(await submit({ text: "停水", uploadIds: [...ids, first] }))).toEqual(ids);
  });

  it("may name them by a secret instead of a cookie", async () => {
    const secret = makeUploadOwner();
    const id = await send(pdf, secret);
    const receipt = await submit({ uploadIds: [`${id}.${secret}`] }, undefined, makeUploadOwner());
    expect(await uploadsOf(receipt)).toEqual([id]);
  });

  it("is refused with somebody else's, unknown, dropped or used ones", async () => {
    const [mine, used, dropped] = [await send(), await send(), await send()];
    const theirs = await send(pdf, makeUploadOwner());
    await submit({ uploadIds: [used] });
    await db.upload.update({ where: { id: dropped }, data: { droppedAt: now() } });
    for (const bad of [theirs, newId(), used, dropped, `${mine}.${"A".repeat(22)}`, "x".repeat(36)]) {
      await expect(submit({ text: "停水", uploadIds: [mine, bad] }), bad).rejects.toMatchObject(unknown);
    }
    await expect(submitReport({ uploadIds: [mine] }, { channel: "api", locale: "en" })).rejects.toMatchObject(
      unknown,
    );
    expect(await uploadsOf(await submit({ uploadIds: [mine] }))).toEqual([mine]);
  });

  it("gets the same answer when it is sent again with its key", async () => {
    const id = await send();
    const key = newId();
    const sent = { text: "停水", uploadIds: [id] };
    const receipts = await Promise.all(Array.from({ length: 50 }, () => submit(sent, key)));
    receipts.push(await submit(sent, key));
    expect(new Set(receipts).size).toBe(1);
    expect(await uploadsOf(receipts[0] ?? "")).toEqual([id]);
    const other = await submitReport({ ...sent, text: "别的" }, { ...arrival, idempotencyKey: key });
    expect(other).toEqual({ ok: false, reason: "KEY_REUSED" });
  });

  it("loses to another that wants the same upload, and takes no neighbour along", async () => {
    const [id, another] = [await send(), await send()];
    const outcomes = await Promise.allSettled([
      submit({ text: "没有文件的邻居" }),
      ...Array.from({ length: 8 }, (_, at) => submit({ text: `第${at}个`, uploadIds: [id] })),
      submit({ text: "另一个邻居", uploadIds: [another] }),
    ]);
    const won = outcomes.slice(1, 9).filter(({ status }) => status === "fulfilled");
    expect(won).toHaveLength(1);
    expect([outcomes[0]?.status, outcomes.at(-1)?.status]).toEqual(["fulfilled", "fulfilled"]);
  });
});

describe("dropUploads", () => {
  const old = after(now(), -hours(25));

  it("removes what no report named for a day, and keeps the rest", async () => {
    const [forgotten, claimed, young] = [await send(picture), await send(picture), await send(picture)];
    await submit({ uploadIds: [claimed] });
    await db.uploadText.create({
      data: { uploadId: forgotten, state: "read", text: "停水", seen: {}, readAt: now() },
    });
    await db.upload.updateMany({ where: { id: { in: [forgotten, claimed] } }, data: { createdAt: old } });
    await dropUploads();
    expect(await storage.open("original", forgotten)).toBeNull();
    expect(await storage.open("copy", forgotten)).toBeNull();
    expect(await db.uploadText.count({ where: { uploadId: forgotten } })).toBe(0);
    expect(await findUpload(forgotten, owner)).toBeNull();
    await expect(submit({ uploadIds: [forgotten] })).rejects.toMatchObject(unknown);
    for (const id of [claimed, young]) {
      const content = await storage.open("copy", id);
      expect(content).not.toBeNull();
    }
  });

  it("removes what crashes left: files of no row, drafts, what stopped arriving; young ones stay", async () => {
    const [orphan, young] = [newId(), newId()];
    for (const id of [orphan, young]) await storage.put("original", id, [pdf]);
    const files = join(config.DATA_DIR, "files");
    const shelf = join(files, "original", orphan.slice(-2));
    const left = [
      join(shelf, orphan),
      join(shelf, `${orphan}.draft`),
      join(arrivals(), "half"),
      join(files, "pending", "half"),
    ];
    await mkdir(join(files, "pending"), { recursive: true });
    for (const path of left) {
      await appendFile(path, "x");
      await utimes(path, old, old);
    }
    await dropUploads();
    for (const path of left) expect(existsSync(path), path).toBe(false);
    expect(await storage.open("original", young)).not.toBeNull();
  });

  it("and a report that claims at the same moment never both happen", async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => send()));
    await db.upload.updateMany({ where: { id: { in: ids } }, data: { createdAt: old } });
    const claims = ids.map((id) =>
      submit({ uploadIds: [id] }).then(
        () => id,
        () => null,
      ),
    );
    const [claimed] = await Promise.all([Promise.all(claims), dropUploads()]);
    const kept = await db.upload.findMany({ where: { id: { in: ids }, droppedAt: null } });
    expect(kept.map(({ id }) => id).toSorted()).toEqual(claimed.filter((id) => id !== null).toSorted());
  });
});
