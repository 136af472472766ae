import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { arrivals, pendingUploads } from "#lib/files/arrivals";
import { submitReport } from "#lib/intake/submit-report";
import { at } from "#lib/platform/at";
import { after, days, now } from "#lib/platform/clock";
import { config } from "#lib/platform/config";
import { db } from "#lib/platform/db";
import { once } from "#lib/platform/once";
import type { Remembered } from "#lib/platform/remember";
import { drawing } from "#lib/platform/testing/pictures";
import { handlersOf } from "#lib/web/handlers";
import { call, described } from "#lib/web/testing/call";
import { filesOnDisk, sendFile } from "#lib/web/testing/send-file";
import { readyReference } from "#seed/reference";

// Two megabytes an hour from one network, six in all; a tenth of a second would do for no picture.
vi.hoisted(() =>
  Object.assign(process.env, {
    REPORTS_PER_NETWORK: "100000",
    UPLOAD_MB_PER_NETWORK: "2",
    PENDING_UPLOADS_MB: "6",
    DECODING_SECONDS_PER_NETWORK: "1",
  }),
);

/** What is pending is counted every few seconds; here as soon as something has changed. */
const countAnew = () => {
  delete once<Remembered<number>>("bytes of files that no report has", () => ({})).kept;
};

beforeAll(readyReference);
beforeEach(async () => {
  await db.upload.updateMany({ where: { report: null }, data: { droppedAt: now() } });
  await rm(join(config.DATA_DIR, "files"), { recursive: true, force: true });
  countAnew();
});

const MEGABYTE = 1024 * 1024;
const PATH = "/api/v1/uploads";
const pdf = (bytes: number) =>
  Buffer.concat([Buffer.from("%PDF-1.4 "), Buffer.alloc(bytes), Buffer.from("%%EOF")]);

let networks = 0;
const newNetwork = () => `203.0.113.${++networks}`;
const from = (network: string) => ({ prefer: "respond-async", "x-forwarded-for": network });
const send = (bytes: number, network: string) => {
  countAnew();
  return sendFile(pdf(bytes), from(network));
};

const resumable = handlersOf("/api/v1/uploads/resumable/{path*}");
const begin = (bytes: number | null, network: string) =>
  call(resumable.POST, `${PATH}/resumable`, {
    method: "POST",
    headers: {
      "tus-resumable": "1.0.0",
      "x-forwarded-for": network,
      ...(bytes === null ? { "upload-defer-length": "1" } : { "upload-length": String(bytes) }),
    },
  });

it("refuses a network that has sent too many bytes, and no other, and keeps nothing of what it refuses", async () => {
  const [many, other] = [newNetwork(), newNetwork()];
  expect((await send(1.5 * MEGABYTE, many)).status).toBe(201);
  const before = await filesOnDisk();
  const refused = await send(MEGABYTE, many);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(3_000);
  expect(await described(refused, "post", PATH)).toMatchObject({
    errors: [{ path: "file", code: "tooManyFiles", message: expect.stringContaining("文字现在就可以提交") }],
  });
  expect(await filesOnDisk()).toEqual(before);
  expect((await send(0.25 * MEGABYTE, other)).status).toBe(201);
});

it("counts what arrives in pieces as large as it says it will be, or as any may be", async () => {
  const network = newNetwork();
  expect((await begin(1.5 * MEGABYTE, network)).status).toBe(201);
  expect((await begin(MEGABYTE, network)).status).toBe(429);
  expect((await begin(0.25 * MEGABYTE, network)).status).toBe(201);
  expect((await begin(null, newNetwork())).status).toBe(507);
  expect((await begin(101 * MEGABYTE, newNetwork())).status).toBe(413);
});

it("tells a form without scripts, which leads back to what was typed", async () => {
  const network = newNetwork();
  expect((await send(1.9 * MEGABYTE, network)).status).toBe(201);
  const body = new FormData();
  body.append("file", new File([pdf(MEGABYTE)], "a.pdf"));
  const { POST } = handlersOf("/api/form/file");
  const headers = { origin: "http://localhost:3000", "x-forwarded-for": network };
  const response = await call(POST, "/api/form/file?locale=en", { method: "POST", body, headers });
  expect([response.status, response.headers.get("location")]).toEqual([
    303,
    expect.stringContaining("tooManyFiles"),
  ]);
});

it("refuses all when too much is there that no report has, until reports take it or a day is over", async () => {
  const bytes = 1.9 * MEGABYTE;
  const owner = "A".repeat(22);
  const cookie = { cookie: `bianzhen_sender=${owner}`, origin: "http://localhost:3000" };
  const first = await sendFile(pdf(bytes), { ...from(newNetwork()), ...cookie });
  const { id }: { id: string } = await first.json();
  for (let count = 0; count < 3; count++) expect((await send(bytes, newNetwork())).status).toBe(201);
  const refused = await send(bytes, newNetwork());
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([507, "600"]);
  expect((await begin(bytes, newNetwork())).status).toBe(507);
  await submitReport(
    { text: "网传明天停水", uploadIds: [id] },
    { channel: "web", locale: "zh-CN", uploadOwner: owner },
  );
  expect((await send(bytes, newNetwork())).status).toBe(201);
  expect((await send(bytes, newNetwork())).status).toBe(507);
  expect((await at(after(now(), days(2)), () => send(bytes, newNetwork()))).status).toBe(201);
});

it("decodes no more pictures of a network whose pictures took too long, and those of others", async () => {
  const network = newNetwork();
  const picture = await sharp(drawing(["停水"]))
    .png()
    .toBuffer();
  const statuses: number[] = [];
  while (statuses.length < 200 && !statuses.includes(429))
    statuses.push((await sendFile(picture, from(network))).status);
  expect(statuses.at(-1)).toBe(429);
  expect(statuses[0]).toBe(201);
  expect((await sendFile(picture, from(newNetwork()))).status).toBe(201);
  expect((await send(1000, network)).status).toBe(201);
});

it("keeps pieces and what arrives from everybody else, whatever the umask is", async () => {
  const umask = process.umask(0);
  try {
    expect((await begin(1000, newNetwork())).status).toBe(201);
    expect((await send(1000, newNetwork())).status).toBe(201);
  } finally {
    process.umask(umask);
  }
  const modeOf = async (path: string) => (await stat(path)).mode & 0o777;
  expect(await Promise.all([pendingUploads(), arrivals()].map(modeOf))).toEqual([0o700, 0o700]);
  const pieces = await readdir(pendingUploads());
  expect(pieces).toHaveLength(2);
  for (const name of pieces) expect(await modeOf(join(pendingUploads(), name))).toBe(0o600);
});
