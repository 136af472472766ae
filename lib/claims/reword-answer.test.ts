import { beforeAll, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor";
import { db } from "#lib/platform/db";
import { seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { readyReference } from "#seed/reference";
import { closeClaim } from "./close-claim.ts";
import { loadClosingText } from "./closing-texts.ts";
import { listAnswers, rewordAnswer } from "./reword-answer.ts";
import { rewordAnswerSchema } from "./schema.ts";

let moderator: Actor;

beforeAll(async () => {
  await readyReference();
  moderator = actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role: "moderator" }] }));
});

it("holds from the next closing on, and keeps what was said before as a version", async () => {
  const own = { closing: "opinion", language: "zh-CN" } as const;
  expect(await rewordAnswer(moderator, { ...own, number: 0, text: "谢谢，这是看法。" })).toEqual({
    ok: true,
  });
  const claim = await seedClaim();
  const seen = { claimId: claim.id, version: claim.version, closing: "opinion", note: "" } as const;
  expect(await closeClaim(moderator, seen)).toEqual({ ok: true });
  const { closingNote } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
  expect(closingNote).toBe("谢谢，这是看法。");

  const second = { ...own, number: 1, text: "谢谢，看法不作核查。联系 13812345678。" };
  expect(await rewordAnswer(moderator, second)).toEqual({ ok: true });
  const said = (await loadClosingText())("opinion", "zh-CN");
  expect(said).toContain("看法不作核查");
  expect(said).not.toContain("13812345678");
  expect(await listAnswers(moderator)).toMatchObject([
    { number: 2 },
    { number: 1, text: "谢谢，这是看法。" },
  ]);
});

it("is worded by one of two who saw the same version", async () => {
  const seen = { closing: "too-vague", language: "en", number: 0 } as const;
  const both = await Promise.all(["One.", "Two."].map((text) => rewordAnswer(moderator, { ...seen, text })));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both).toContainEqual({ ok: false, reason: "ANSWER_CHANGED" });
});

it("holds nobody's receipt, says something, and is for those who close claims", async () => {
  const form = { closing: "opinion", language: "zh-CN", number: 0 };
  expect(rewordAnswerSchema.safeParse({ ...form, text: "" }).success).toBe(false);
  const receipt = "查询码 ABCD-EF12-GH34-JK56-LM78-NP90";
  expect(rewordAnswerSchema.safeParse({ ...form, text: receipt }).success).toBe(false);
  const auditor = actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role: "auditor" }] }));
  const seen = { closing: "opinion", language: "en", number: 0, text: "x" } as const;
  await expect(rewordAnswer(auditor, seen)).rejects.toMatchObject({ code: "FORBIDDEN" });
});
