import sharp from "sharp";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "#lib/platform/db";
import {
  drawing,
  heic,
  hugeHeic,
  lyingPng,
  manyFrames,
  mp3,
  oneColour,
  pdf,
  taken,
} from "#lib/platform/testing/pictures";
import { handlersOf } from "#lib/web/handlers";
import { call, described } from "#lib/web/testing/call";
import { filesOnDisk, sendFile } from "#lib/web/testing/send-file";

const { DELETE, GET, PATCH, POST, PUT } = handlersOf("/api/v1/uploads");

// All tests come from one network.
vi.hoisted(() => {
  process.env.REPORTS_PER_NETWORK = "100000";
});

const PATH = "/api/v1/uploads";

let png: Buffer;
beforeAll(async () => {
  png = await sharp(drawing(["网传明天停水"]))
    .png()
    .toBuffer();
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
  ["49,000,000 × 1 pixels", 422, "tooManyPixels", () => oneColour(49_000_000, 1)],
  ["1 × 49,900,000 pixels", 422, "tooManyPixels", () => oneColour(1, 49_900_000)],
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
    const response = await sendFile(content);
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
    const answers = await Promise.all(Array.from({ length: 8 }, () => sendFile(content)));
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
    expect((await sendFile(png, { origin: "https://a.example" })).status).toBe(403);
    expect((await sendFile(png, { origin: "null" })).status).toBe(403);
  });

  it("every other method", async () => {
    for (const [method, handler] of Object.entries({ GET, PUT, PATCH, DELETE })) {
      expect((await call(handler, PATH, { method })).status).toBe(405);
    }
  });
});
