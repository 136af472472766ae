import { readdir } from "node:fs/promises";
import sharp from "sharp";
import { beforeAll, expect, it, vi } from "vitest";
import { pendingUploads } from "#lib/files/arrivals";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { asOwner } from "#lib/platform/testing/as-owner";
import { drawing } from "#lib/platform/testing/pictures";
import { handlersOf } from "#lib/web/handlers";
import { call } from "#lib/web/testing/call";

const { HEAD, PATCH, POST } = handlersOf("/api/v1/uploads/resumable/{path*}");

// All tests come from one network.
vi.hoisted(() => {
  process.env.REPORTS_PER_NETWORK = "100000";
});

const PATH = "/api/v1/uploads/resumable";
const tus = { "tus-resumable": "1.0.0", origin: "http://localhost:3000" };

let png: Buffer;
beforeAll(async () => {
  png = await sharp(drawing(["停水"]))
    .png()
    .toBuffer();
});

async function begin(length: number, headers: HeadersInit = {}) {
  const response = await call(POST, PATH, {
    method: "POST",
    headers: { ...tus, "upload-length": String(length), ...headers },
  });
  const cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";
  return { response, path: response.headers.get("location") ?? "", cookie };
}

const append = (path: string, cookie: string, offset: number, content: Uint8Array) =>
  call(PATCH, path, {
    method: "PATCH",
    body: Uint8Array.from(content),
    headers: {
      ...tus,
      cookie,
      "upload-offset": String(offset),
      "content-type": "application/offset+octet-stream",
    },
  });

const look = (path: string, cookie: string) =>
  call(HEAD, path, { method: "HEAD", headers: { ...tus, cookie } });

it("goes on where the network cut it off, and takes the file under the id of its address", async () => {
  const { response, path, cookie } = await begin(png.length);
  expect(response.status).toBe(201);
  expect(response.headers.get("access-control-allow-origin")).toBeNull();
  expect(path).toMatch(/^\/api\/v1\/uploads\/resumable\/[0-9a-f-]{36}$/);

  expect((await append(path, cookie, 0, png.subarray(0, 1000))).status).toBe(204);
  expect((await look(path, cookie)).headers.get("upload-offset")).toBe("1000");
  const last = await append(path, cookie, 1000, png.subarray(1000));
  expect(last.status).toBe(200);
  const id = path.split("/").at(-1) ?? "";
  expect(await last.json()).toEqual({ id, kind: "image", bytes: png.length });
  expect(await db.upload.findUnique({ where: { id } })).toMatchObject({ bytes: png.length });

  // The answer may be what the network lost.
  const taken = await look(path, cookie);
  expect([taken.status, taken.headers.get("upload-offset")]).toEqual([200, String(png.length)]);
  expect(await readdir(pendingUploads())).toEqual([]);
});

it("is taken later, once, when something kept it from being taken after its last byte", async () => {
  const { path, cookie } = await begin(png.length);
  const id = path.split("/").at(-1) ?? "";
  await asOwner(`
    CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$;
    CREATE TRIGGER no_room BEFORE INSERT ON uploads FOR EACH STATEMENT EXECUTE FUNCTION no_room()`);
  expect((await append(path, cookie, 0, png)).status).toBe(507);
  expect((await look(path, cookie)).status).toBe(507);
  expect(await readdir(pendingUploads())).toContain(id);
  await asOwner("DROP TRIGGER no_room ON uploads; DROP FUNCTION no_room()");

  const answers = await Promise.all(Array.from({ length: 5 }, () => look(path, cookie)));
  for (const answer of answers) {
    expect([answer.status, answer.headers.get("upload-offset")]).toEqual([200, String(png.length)]);
  }
  expect(await db.upload.findUnique({ where: { id } })).toMatchObject({ bytes: png.length });
  expect(await db.event.count({ where: { type: "upload.received", subjectId: id } })).toBe(1);
  expect(await readdir(pendingUploads())).not.toContain(id);
});

it("is not there for anybody else", async () => {
  const { path, cookie } = await begin(png.length);
  const other = `bianzhen_sender=${"A".repeat(22)}`;
  for (const [address, by] of [
    [path, other],
    [path, ""],
    [`${PATH}/${newId()}`, cookie],
    [`${PATH}/..%2f..%2fsecret`, cookie],
    [`${PATH}/a/b`, cookie],
  ] as const) {
    expect((await look(address, by)).status).toBe(404);
    expect((await append(address, by, 0, png)).status).toBe(404);
  }
});

it("refuses what is too large at once, and what it does not take when it is complete", async () => {
  expect((await begin(101 * 1024 * 1024)).response.status).toBe(413);
  const html = Buffer.from("<!doctype html><script>alert(1)</script>");
  const { path, cookie } = await begin(html.length);
  const response = await append(path, cookie, 0, html);
  expect(response.status).toBe(415);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(await response.json()).toMatchObject({ errors: [{ path: "file", code: "unsupportedFile" }] });
  expect((await look(path, cookie)).status).toBe(404);
});

it("refuses a wrong place, a wrong version and a script of another site", async () => {
  const { path, cookie } = await begin(png.length);
  expect((await append(path, cookie, 5, png)).status).toBe(409);
  expect((await begin(10, { "tus-resumable": "0.1" })).response.status).toBeGreaterThanOrEqual(400);
  expect((await begin(10, { origin: "https://a.example" })).response.status).toBe(403);
});
