import { describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor";
import { recordEvents } from "#lib/audit/record-event";
import { messages } from "#lib/i18n/messages";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { auditFilterSchema, readAuditFilter } from "./audit-filter.ts";
import { listAudit } from "./list-audit.ts";
import { writeAudit } from "./write-audit.ts";

const platform = "sc-piyao";

async function person(role: "auditor" | "moderator", name: string): Promise<Actor> {
  return actorOf(await seedPerson({ name, roles: [{ memberId: platform, role }] }));
}

const auditor = () => person("auditor", "何审计");

/** Something that somebody did, with a reason, at a time. */
async function did(actor: Actor, reason: string, at = new Date(), count = 1): Promise<void> {
  const by = { kind: "person", userId: actor.userId, role: "moderator", memberId: platform } as const;
  const events = Array.from({ length: count }, () => ({
    ...{ type: "contact.read" as const, actor: by, subjectId: newId(), reason, at },
  }));
  await db.$transaction((tx) => recordEvents(tx, events));
}

const reasonsOf = async (...asked: Parameters<typeof listAudit>) =>
  (await listAudit(...asked)).rows.map(({ reason }) => reason);

async function exported(...asked: Parameters<typeof writeAudit>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeAudit(...asked)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

describe("the audit log", () => {
  it("is found by a part of a person's name, which is no pattern", async () => {
    const [lin, lu] = [await person("moderator", "林晓_月"), await person("moderator", "陆晓月")];
    await did(lin, "林的操作");
    await did(lu, "陆的操作");
    const of = (name: string) => auditor().then((actor) => reasonsOf(actor, { person: name }));
    expect(await of("林晓")).toEqual(["林的操作"]);
    expect(await of("晓_月")).toEqual(["林的操作"]);
    expect(await of("晓%月")).toEqual([]);
    expect(await of("没有这个人")).toEqual([]);
  });

  it("is found by the number of a claim, and says the number of each", async () => {
    const claim = await seedClaim({ status: "triaged" });
    await seedClaim({ status: "triaged" });
    const { number } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
    const { rows } = await listAudit(await auditor(), { claim: number });
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) expect(row.claim).toEqual({ id: claim.id, number });
    expect(await reasonsOf(await auditor(), { claim: 999_999_999 })).toEqual([]);
  });

  it("is found by days of Sichuan, the last one included", async () => {
    const moderator = await person("moderator", "按日查找");
    await did(moderator, "前一天", new Date("2026-03-01T15:59:59.999Z"));
    await did(moderator, "当天零点", new Date("2026-03-01T16:00:00Z"));
    await did(moderator, "当天末", new Date("2026-03-02T15:59:59.999Z"));
    await did(moderator, "后一天", new Date("2026-03-02T16:00:00Z"));
    const on = { person: "按日查找", from: "2026-03-02", to: "2026-03-02" };
    expect(await reasonsOf(await auditor(), on)).toEqual(["当天末", "当天零点"]);
  });

  it("goes on behind the last event of a page, whatever it is narrowed to", async () => {
    const moderator = await person("moderator", "分页查找");
    for (const reason of ["一", "二", "三"]) await did(moderator, reason);
    const filter = { person: "分页查找", type: "contact.read" } as const;
    const first = await listAudit(await auditor(), filter, 2);
    const before = first.nextBefore ?? undefined;
    expect(first.rows.map(({ reason }) => reason)).toEqual(["三", "二"]);
    expect(await reasonsOf(await auditor(), { ...filter, before }, 2)).toEqual(["一"]);
  });

  it("is for nobody but those who may read it", async () => {
    const moderator = await person("moderator", "无权限");
    await expect(listAudit(moderator, { person: "无权限" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(exported(moderator, {}, "en")).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("the exported log", () => {
  it("has every event that matches, however many, once", async () => {
    const moderator = await person("moderator", "导出很多");
    await did(moderator, "很多", new Date(), 2_001);
    const lines = (await exported(await auditor(), { person: "导出很多" }, "zh-CN")).trimEnd().split("\r\n");
    expect(lines).toHaveLength(2_002);
    expect(new Set(lines).size).toBe(2_002);
  });

  it("opens in a spreadsheet: marked as Unicode, in words, nothing a formula, lines within quotes", async () => {
    const moderator = await person("moderator", "=导出公式");
    await did(moderator, '=HYPERLINK("http://x.invalid")\n第二行');
    const text = await exported(await auditor(), { person: "=导出公式" }, "en");
    const { column, event } = messages.en.people.audit;
    expect(text.startsWith(`\uFEFF${column.number},`)).toBe(true);
    expect(text).toContain(event["contact-read"]);
    expect(text).toContain("'=导出公式");
    expect(text).toContain(`"'=HYPERLINK(""http://x.invalid"")\n第二行"`);
  });
});

describe("what is typed to look for", () => {
  it("is read", () => {
    expect(readAuditFilter({ claim: " #12 ", person: "林" })).toMatchObject({
      filter: { claim: 12, person: "林" },
      wrong: [],
    });
  });

  it.each([
    ["claim", { claim: "十二" }],
    ["from", { from: "2026-02-30" }],
    ["to", { from: "2026-02-03", to: "2026-02-02" }],
    ["person", { person: "林".repeat(51) }],
  ])("is kept and named where it cannot be: %s", (name, given) => {
    expect(readAuditFilter(given)).toMatchObject({ wrong: [name], typed: given, filter: {} });
  });

  it.each([
    { before: "-1" },
    { type: "nothing" },
    { type: ["report.submitted", "claim.closed"] },
    { claim: ["1", "2"] },
  ])("is no address where nobody could have typed it: %o", (given) =>
    expect(readAuditFilter(given)).toBeNull(),
  );
});

it("takes an empty control of its form for one that asks for nothing", () => {
  const empty = { type: "", person: "", claim: "", from: "", to: "", before: "" };
  expect(auditFilterSchema.parse(empty)).toEqual(auditFilterSchema.parse({}));
});
