import { expect, it } from "vitest";
import { submitReport } from "#lib/intake/submit-report";
import { db } from "#lib/platform/db";
import { readyReference } from "#seed/reference";
import { guessFacts } from "./guess-facts.ts";
import { placeReport } from "./reports/place-report.ts";

async function newClaim(text: string) {
  await readyReference();
  await submitReport({ text }, { channel: "web", locale: "zh-CN" });
  const { id } = await db.report.findFirstOrThrow({ where: { text } });
  await placeReport(id);
  const { claimId } = await db.claimReport.findUniqueOrThrow({ where: { reportId: id } });
  return claimId;
}

const guessOf = (id: string) =>
  db.claim.findUniqueOrThrow({
    where: { id },
    select: {
      guessedTopicId: true,
      guessedUrgency: true,
      guessedPlaces: true,
      guessedFrom: true,
      urgency: true,
      topicId: true,
      orderClass: true,
      version: true,
    },
  });

it("guesses what a new claim is about, once, and decides nothing", async () => {
  const id = await newClaim("绵阳高考数学泄题了，试卷在群里卖");
  const before = await guessOf(id);
  expect(before).toMatchObject({ guessedFrom: 0, guessedTopicId: null });
  await guessFacts();
  const guess = await guessOf(id);
  expect(guess).toMatchObject({
    guessedTopicId: "education",
    guessedUrgency: "P1",
    guessedPlaces: ["510700"],
    guessedFrom: 1,
    urgency: before.urgency,
    topicId: null,
    version: before.version,
    // It may be urgent: it stands where it would if it is.
    orderClass: "P1",
  });
  await db.claim.update({ where: { id }, data: { guessedTopicId: null } });
  await guessFacts();
  expect(await guessOf(id)).toMatchObject({ guessedTopicId: null });
  await db.claim.update({ where: { id }, data: { reportCount: 2 } });
  await guessFacts();
  expect(await guessOf(id)).toMatchObject({ guessedTopicId: "education", guessedFrom: 2 });
});

it("leaves what somebody has accepted as it was decided", async () => {
  const id = await newClaim("都江堰上游今晚泄洪，大家快跑");
  await guessFacts();
  expect(await guessOf(id)).toMatchObject({ guessedUrgency: "P0", orderClass: "P0" });
  await db.claim.update({ where: { id }, data: { status: "triaged", urgency: "P3", guessedFrom: 0 } });
  await guessFacts();
  expect(await guessOf(id)).toMatchObject({ urgency: "P3", orderClass: "P3", guessedFrom: 0 });
});
