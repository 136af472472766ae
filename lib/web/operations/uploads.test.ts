import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { ORIGINAL } from "#lib/files/receive-upload";
import { config } from "#lib/platform/config";
import { db } from "#lib/platform/db";
import { unsealFile } from "#lib/platform/sealed-file";
import { readWhole, storage } from "#lib/platform/storage";
import { drawing, heic, m4a, mp3, mp4, pdf, taken } from "#lib/platform/testing/pictures";
import { handlersOf } from "#lib/web/handlers";
import { call, described } from "#lib/web/testing/call";
import { filesOnDisk, sendFile } from "#lib/web/testing/send-file";

const { GET: getUpload } = handlersOf("/api/v1/uploads/{id}");

// All tests come from one network.
vi.hoisted(() => {
  process.env.REPORTS_PER_NETWORK = "100000";
});

const PATH = "/api/v1/uploads";
const browser = { origin: "http://localhost:3000", prefer: "respond-async" };

type Sent = { id: string; kind: string; bytes: number; width?: number; height?: number };

async function sent(content: Uint8Array, headers?: HeadersInit, name?: string): Promise<Sent> {
  const response = await sendFile(content, headers, name);
  expect(response.status).toBe(201);
  return (await described(response, "post", PATH)) as Sent;
}

const rowOf = ({ id }: Sent) => db.upload.findUniqueOrThrow({ where: { id: id.split(".")[0] ?? "" } });

async function originalOf(id: string): Promise<Buffer> {
  const sealed = await storage.open("original", id);
  const pieces: Buffer[] = [];
  if (sealed) for await (const piece of unsealFile(ORIGINAL, id, sealed)) pieces.push(piece);
  return Buffer.concat(pieces);
}

let png: Buffer;
beforeAll(async () => {
  png = await sharp(drawing(["网传明天停水"]))
    .png()
    .toBuffer();
});

describe("POST /api/v1/uploads takes", () => {
  it.each(["jpeg", "png", "webp"] as const)(
    "%s, and keeps nothing of its metadata in the copy",
    async (format) => {
      const picture = await taken(format);
      expect(picture.includes("CANARY-MAKE")).toBe(true);
      const upload = await sent(picture);
      expect(upload).toMatchObject({ kind: "image", bytes: picture.length, width: 720 });
      const row = await rowOf(upload);
      expect(row).toMatchObject({ mediaType: `image/${format}`, phash: expect.stringMatching(/^[01]{64}$/) });
      expect(Buffer.from(row.sha256)).toEqual(createHash("sha256").update(picture).digest());
      const copy = await readWhole("copy", row.id);
      expect(copy?.includes("CANARY")).toBe(false);
      const { exif, xmp, icc, iptc, format: made } = await sharp(copy ?? Buffer.alloc(0)).metadata();
      expect([exif, xmp, icc, iptc, made]).toEqual([undefined, undefined, undefined, undefined, "webp"]);
      expect(await originalOf(row.id)).toEqual(picture);
    },
  );

  it("heic, upright and without its place", async () => {
    const upload = await sent(heic);
    expect(upload).toMatchObject({ kind: "image", width: 96, height: 64 });
    const copy = await readWhole("copy", (await rowOf(upload)).id);
    expect(copy?.includes("CANARY")).toBe(false);
    const { data } = await sharp(copy ?? Buffer.alloc(0))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data[0]).toBeGreaterThan(180);
    expect(data.at(-1)).toBeGreaterThan(150);
  });

  it.each([
    ["pdf", pdf, "application/pdf"],
    ["video", mp4, "video/mp4"],
    ["audio", m4a, "audio/x-m4a"],
    ["audio", mp3, "audio/mpeg"],
  ])("%s, sealed and not copied", async (kind, content, mediaType) => {
    const upload = await sent(content);
    expect(upload).toMatchObject({ kind, bytes: content.length });
    const row = await rowOf(upload);
    expect(row).toMatchObject({ mediaType, width: null, phash: null });
    expect(await readWhole("copy", row.id)).toBeNull();
    expect(await originalOf(row.id)).toEqual(content);
  });

  it("a photo that lies on its side, upright", async () => {
    const turned = await sharp(drawing(["横"]))
      .resize(300, 100)
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect(await sent(turned)).toMatchObject({ width: 100, height: 300 });
  });

  it("a long screenshot at a width at which it can still be read", async () => {
    const long = await sharp(drawing(["长"], { width: 1170, height: 14_000 }))
      .png()
      .toBuffer();
    const { width, height } = await sent(long);
    expect(width).toBeGreaterThan(980);
    expect(height).toBeLessThanOrEqual(12_000);
  });

  it("a picture with a page behind it, of which only the picture is kept", async () => {
    const page = Buffer.from("<script>alert('CANARY-PAGE')</script>PK\x03\x04");
    const row = await rowOf(await sent(Buffer.concat([await taken("jpeg"), page])));
    expect((await readWhole("copy", row.id))?.includes("CANARY")).toBe(false);
  });

  it.each([
    "../../../etc/passwd",
    "a\u0000.png",
    "\u202egnp.exe",
    "水".repeat(2000),
    'a"; name="other',
    "CON",
  ])("a file whatever its name: %s", async (name) => {
    await sent(png, undefined, name);
    const names = (await filesOnDisk()).map((path) => path.slice(config.DATA_DIR.length));
    for (const path of names)
      expect(path).toMatch(/^\/(files\/(original|copy)\/[0-9a-f]{2}\/[0-9a-f-]{36}|secret)$/);
  });
});

describe("GET /api/v1/uploads/{id}", () => {
  const ask = (id: string, headers: HeadersInit = {}) =>
    call(getUpload, `${PATH}/${id}`, { params: { id }, headers });

  it("answers the browser that sent it, by its cookie, and nobody else", async () => {
    const response = await sendFile(png, browser);
    const cookie = response.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^bianzhen_sender=[\w-]{22}; Max-Age=86400; Path=\/; HttpOnly; SameSite=Lax$/);
    const { id } = (await described(response, "post", PATH)) as Sent;
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    const mine = { cookie: `theme=dark; ${cookie.split(";")[0]}` };
    const found = await ask(id, mine);
    expect(found.status).toBe(200);
    expect(found.headers.get("cache-control")).toBe("no-store");
    expect(await described(found, "get", `${PATH}/{id}`)).toMatchObject({
      id,
      reading: "waiting",
      warnings: [],
    });

    const other = { cookie: `bianzhen_sender=${"A".repeat(22)}` };
    for (const headers of [{}, other, { cookie: "bianzhen_sender=" }]) {
      expect((await ask(id, headers)).status).toBe(404);
    }
    const again = await sent(png, { ...browser, ...mine });
    expect((await ask(again.id, mine)).status).toBe(200);
  });

  it("answers whoever holds the secret, and nobody else", async () => {
    const { id } = await sent(png);
    expect(id).toMatch(/^[0-9a-f-]{36}\.[\w-]{22}$/);
    expect(await described(await ask(id), "get", `${PATH}/{id}`)).toMatchObject({ id });
    const [bare = "", secret = ""] = id.split(".");
    for (const wrong of [bare, `${bare}.${"A".repeat(22)}`, `${bare}.${secret}a`, `${bare}.`, "x", "../x"]) {
      expect((await ask(wrong)).status, wrong).toBe(404);
    }
  });
});

it("seals what lies on the disk", async () => {
  const secretText = Buffer.concat([pdf, Buffer.from("CANARY-ORIGINAL %%EOF")]);
  const { id } = await sent(secretText);
  for (const path of await filesOnDisk()) {
    const content = await readFile(path);
    expect(content.includes("CANARY-ORIGINAL"), path).toBe(false);
  }
  expect((await originalOf(id.split(".")[0] ?? "")).includes("CANARY-ORIGINAL")).toBe(true);
});
