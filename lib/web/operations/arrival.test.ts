import { randomUUID } from "node:crypto";
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { beforeAll, expect, it, vi } from "vitest";
import { db } from "#lib/platform/db";
import { seedReference } from "#seed/reference";

// Five reports of one network in ten minutes are usual here, a hundred are too many.
vi.hoisted(() => Object.assign(process.env, { REPORTS_PER_NETWORK: "5" }));
const { call, described, post } = await import("#lib/web/testing/call");
const { handlersOf } = await import("#lib/web/handlers");
const { POST } = handlersOf("/api/v1/reports");
const { GET: getChallenge } = handlersOf("/api/v1/challenge");

const PATH = "/api/v1/reports";

beforeAll(() => seedReference());

const file = (body: object, from: string, key?: string) =>
  post(POST, PATH, body, { "x-forwarded-for": from, ...(key && { "idempotency-key": key }) });

const suspicionOf = async (text: string) =>
  (await db.report.findFirstOrThrow({ where: { text }, select: { suspicion: true } })).suspicion;

const text = (from: string, at: number) => `来自 ${from} 的第 ${at} 条消息`;

const fileMany = (from: string, times: number) =>
  Promise.all(Array.from({ length: times }, (_, at) => file({ text: text(from, at) }, from)));

async function work(): Promise<string> {
  const challenge = await (await call(getChallenge, "/api/v1/challenge?form=report")).json();
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
}

it("keeps apart what one network sends in excess, with the same answer, and loses nothing", async () => {
  const answers = await fileMany("203.0.113.1", 12);
  expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(201));
  const stored = await db.report.groupBy({
    by: ["suspicion"],
    where: { text: { startsWith: "来自 203.0.113.1 的" } },
    _count: true,
    orderBy: { suspicion: "asc" },
  });
  expect(stored).toEqual([
    { suspicion: "no-proof", _count: 7 },
    { suspicion: null, _count: 5 },
  ]);
});

it("takes a report with a proof from the same network as it is; a proof used again is none", async () => {
  await fileMany("203.0.113.2", 5);
  const proof = await work();
  await file({ text: "做过验证的", proof }, "203.0.113.2");
  await file({ text: "验证用过的", proof }, "203.0.113.2");
  await file({ text: "验证是乱写的", proof: "AAAA" }, "203.0.113.2");
  expect(await suspicionOf("做过验证的")).toBeNull();
  expect(await suspicionOf("验证用过的")).toBe("no-proof");
  expect(await suspicionOf("验证是乱写的")).toBe("no-proof");
});

it("gives the same answer to the same report with another proof", async () => {
  const [one, two, key] = [await work(), await work(), randomUUID()];
  const first = await file({ text: "只提交一次", proof: one }, "203.0.113.3", key);
  const again = await file({ text: "只提交一次", proof: two }, "203.0.113.3", key);
  expect(await again.json()).toEqual(await first.json());
  expect(await db.report.count({ where: { text: "只提交一次" } })).toBe(1);
});

it("refuses for a while what no group of people sends, and stores what it acknowledged", async () => {
  const answers = await fileMany("203.0.113.4", 103);
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(3);
  expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
  for (const response of refused) await described(response, "post", PATH);
  expect(await db.report.count({ where: { text: { startsWith: "来自 203.0.113.4 的" } } })).toBe(100);
  expect((await file({ text: "别人的" }, "203.0.113.5")).status).toBe(201);
});

it("places the reports of people before what is kept apart", async () => {
  await fileMany("203.0.113.6", 6);
  const jobs = await db.$queryRaw<{ suspicion: string | null; priority: number }[]>`
    SELECT report.suspicion, job.priority FROM reports report
    JOIN events event ON event.subject_id = report.id::text AND event.type = 'report.submitted'
    JOIN pgboss.job job ON job.data->>'eventId' = event.id::text
    WHERE report.text LIKE '来自 203.0.113.6 的%' ORDER BY job.priority`;
  expect(jobs.map(({ suspicion, priority }) => [suspicion, priority])).toEqual([
    ["no-proof", -1],
    ...Array.from({ length: 5 }, () => [null, 0]),
  ]);
});
