import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { ORIGINAL } from "#lib/intake/receive-upload";
import { config } from "#lib/platform/config";
import { db } from "#lib/platform/db";
import { unsealFile } from "#lib/platform/sealed-file";
import { readWhole, storage } from "#lib/platform/storage";
import {
  drawing,
  heic,
  hugeHeic,
  lyingPng,
  m4a,
  manyFrames,
  mp3,
  mp4,
  oneColour,
  pdf,
  taken,
} from "#lib/platform/testing/pictures";
import { call, described } from "../_testing/call.ts";
import { GET as getUpload } from "./[id]/route.ts";
import { DELETE, GET, PATCH, POST, PUT } from "./route.ts";

// All tests come from one network.
vi.hoisted(() => {
  process.env.REPORTS_PER_NETWORK = "100000";
});

const PATH = "/api/v1/uploads";
const browser = { origin: "http://localhost:3000", prefer: "respond-async" };

type Sent = { id: string; kind: string; bytes: number; width?: number; height?: number };

function send(content: Uint8Array, headers: HeadersInit = { prefer: "respond-async" }, name = "a.png") {
  const body = new FormData();
  body.append("file", new File([Uint8Array.from(content)], name, { type: "image/png" }));
  return call(POST, PATH, { method: "POST", body, headers });
}

async function sent(content: Uint8Array, headers?: HeadersInit, name?: string): Promise<Sent> {
  const response = await send(content, headers, name);
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

async function filesOnDisk(): Promise<string[]> {
  const all = await readdir(join(config.DATA_DIR, "files"), { recursive: true, withFileTypes: true });
  return all.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
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

const head = (content: Uint8Array, length: number) => content.subarray(0, length);

const refused: [string, number, string, () => Buffer | Promise<Buffer>][] = [
  ["nothing", 422, "emptyFile", () => Buffer.alloc(0)],
  ["one byte", 415, "unsupportedFile", () => Buffer.from([0xff])],
  ["SVG", 415, "unsupportedFile", () => drawing(["a"])],
  [
    "SVG with a script",
    415,
    "unsupportedFile",
    () =>
      Buffer.from(
        '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      ),
  ],
  ["HTML", 415, "unsupportedFile", () => Buffer.from("<!doctype html><script>alert(1)</script>")],
  ["text", 415, "unsupportedFile", () => Buffer.from("明天停水")],
  ["a GIF of 10,000 frames", 415, "unsupportedFile", () => manyFrames(10_000)],
  ["a program", 415, "unsupportedFile", () => Buffer.concat([Buffer.from("MZ"), Buffer.alloc(500)])],
  ["a zip", 415, "unsupportedFile", () => Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.alloc(100)])],
  ["a TIFF", 415, "unsupportedFile", () => sharp(png).tiff().toBuffer()],
  ["an AVIF", 415, "unsupportedFile", () => sharp(png).avif({ effort: 0 }).toBuffer()],
  ["the beginning of a PNG", 422, "unreadable", () => Buffer.from(head(png, png.length / 2))],
  [
    "the beginning of a JPEG",
    422,
    "unreadable",
    async () => {
      const all = await taken("jpeg");
      return all.subarray(0, all.length * 0.7);
    },
  ],
  [
    "the beginning of a WebP",
    422,
    "unreadable",
    async () => {
      const all = await taken("webp");
      return all.subarray(0, all.length * 0.7);
    },
  ],
  ["the beginning of a HEIC", 422, "unreadable", () => heic.subarray(0, 500)],
  [
    "HTML behind the first bytes of a PNG",
    422,
    "unreadable",
    () => Buffer.concat([head(png, 33), Buffer.from("<script>alert(1)</script>")]),
  ],
  [
    "HTML behind the first bytes of a JPEG",
    422,
    "unreadable",
    () =>
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from("<html><script>alert(1)</script>")]),
  ],
  [
    "a page behind the name of a HEIC",
    422,
    "unreadable",
    () => Buffer.concat([heic.subarray(0, 28), Buffer.from("<script>alert(1)</script>")]),
  ],
  ["a PDF without an end", 422, "unreadable", () => pdf.subarray(0, 60)],
  ["14,000 × 14,000 pixels of one colour", 422, "tooManyPixels", () => oneColour(14_000)],
  ["a PNG that promises 100,000 × 100,000 pixels", 422, "tooManyPixels", () => lyingPng(100_000, 100_000)],
  ["a PNG that promises 7,000 × 7,000 pixels and has none", 422, "unreadable", () => lyingPng(7000, 7000)],
  ["a HEIC that promises 60,000 × 60,000 pixels", 422, "tooManyPixels", () => hugeHeic()],
  ["21 MB of picture", 413, "tooLargeFile", () => Buffer.concat([png, Buffer.alloc(21 * 1024 * 1024)])],
  ["31 MB of sound", 413, "tooLargeFile", () => Buffer.concat([mp3, Buffer.alloc(31 * 1024 * 1024)])],
];

describe("POST /api/v1/uploads refuses", () => {
  it.each(refused)("%s with %i %s, and keeps nothing", async (_, status, code, make) => {
    const content = await make();
    const [rows, files] = [await db.upload.count(), await filesOnDisk()];
    const response = await send(content);
    expect(response.status).toBe(status);
    const problem = await described(response, "post", PATH);
    expect(problem).toMatchObject({ status, errors: [{ path: "file", code }] });
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(await db.upload.count()).toBe(rows);
    expect(await filesOnDisk()).toEqual(files);
  });

  it("very many pixels without needing memory for them", async () => {
    const content = await oneColour(14_000);
    const before = process.memoryUsage.rss();
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(content)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(422));
    expect(process.memoryUsage.rss() - before).toBeLessThan(300e6);
  });

  it.each([
    ["JSON", { "content-type": "application/json" }, "{}", 415],
    ["a form without a boundary", { "content-type": "multipart/form-data" }, "--a\r\n", 415],
    [
      "a form without end",
      { "content-type": "multipart/form-data; boundary=a" },
      '--a\r\nContent-Disposition: form-data; name="file"\r\n\r\nabc',
      400,
    ],
    ["a form of nothing", { "content-type": "multipart/form-data; boundary=a" }, "", 400],
    ["a form without a file", { "content-type": "multipart/form-data; boundary=a" }, "--a--\r\n", 422],
    [
      "another field",
      { "content-type": "multipart/form-data; boundary=a" },
      '--a\r\nContent-Disposition: form-data; name="x"\r\n\r\nabc\r\n--a--',
      422,
    ],
    [
      "headers without end",
      { "content-type": "multipart/form-data; boundary=a" },
      `--a\r\n${"A".repeat(40_000)}`,
      400,
    ],
  ])("%s", async (_, headers, body, status) => {
    const response = await call(POST, PATH, { method: "POST", body, headers });
    expect(response.status).toBe(status);
    expect(await described(response, "post", PATH)).toMatchObject({ status });
  });

  it("a body without end soon after the limit", async () => {
    let pulled = 0;
    const start = Buffer.concat([
      Buffer.from('--a\r\nContent-Disposition: form-data; name="file"\r\n\r\n'),
      png,
    ]);
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(pulled++ === 0 ? start : new Uint8Array(1024 * 1024));
      },
    });
    const headers = { "content-type": "multipart/form-data; boundary=a" };
    const response = await call(POST, PATH, { method: "POST", body, headers, duplex: "half" } as RequestInit);
    expect(response.status).toBe(413);
    expect(pulled).toBeLessThan(25);
  });

  it("a script of another site", async () => {
    expect((await send(png, { origin: "https://a.example" })).status).toBe(403);
    expect((await send(png, { origin: "null" })).status).toBe(403);
  });

  it("every other method", async () => {
    for (const [method, handler] of Object.entries({ GET, PUT, PATCH, DELETE })) {
      expect((await call(handler, PATH, { method })).status).toBe(405);
    }
  });
});

describe("GET /api/v1/uploads/{id}", () => {
  const ask = (id: string, headers: HeadersInit = {}) =>
    call(getUpload, `${PATH}/${id}`, { params: { id }, headers });

  it("answers the browser that sent it, by its cookie, and nobody else", async () => {
    const response = await send(png, browser);
    const cookie = response.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^bianzhen_sender=[\w-]{22}; Path=\/; Max-Age=86400; HttpOnly; SameSite=Lax$/);
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
