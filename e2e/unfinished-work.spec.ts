import { expect } from "@playwright/test";
import { MOST_ATTEMPTS } from "#lib/audit/run-reactions";
import { after, hours, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { checkPage } from "./pages/axe.ts";
import { newPerson, platform, test } from "./pages/people.ts";

/** Something that the worker has given up after a report came, under a name of its own. */
async function seedGivenUp() {
  const { reports } = await seedClaim();
  const where = { type: "report.submitted", subjectId: reports[0]?.id ?? "" } as const;
  const { id: eventId } = await db.event.findFirstOrThrow({ where });
  const reaction = `probe-${newId()}`;
  const moment = now();
  const tried = { attempts: MOST_ATTEMPTS, triedAt: after(moment, -hours(1)), error: "ECONNREFUSED" };
  await db.reactionRun.create({ data: { eventId, reaction, ...tried, gaveUpAt: moment } });
  return reaction;
}

test("what the system could not do is on a page of the desk, and is tried again at the press of a button", async ({
  visit,
}) => {
  const [first, second] = [await seedGivenUp(), await seedGivenUp()];
  const page = await visit(await newPerson(platform, "duty-editor"));
  await page.goto("/desk/queue");
  await page.getByRole("link", { name: "没有做成" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "没有做成的后续处理" })).toBeVisible();
  await expect(page.getByRole("heading", { name: first })).toBeVisible();
  await checkPage(page, "what could not be done");
  await page.getByRole("button", { name: `再试一次 ${first}` }).click();
  await expect(page.getByRole("heading", { name: first })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: second })).toBeVisible();
  const rows = await db.reactionRun.findMany({ where: { reaction: { in: [first, second] } } });
  expect(rows.map(({ reaction, gaveUpAt }) => [reaction, gaveUpAt !== null]).toSorted()).toEqual(
    [
      [first, false],
      [second, true],
    ].toSorted(),
  );
});

/** A letter to a sender that no mail server took. */
async function seedGivenUpLetter(): Promise<string> {
  const { id: claimId, reports } = await seedClaim();
  const recipientId = reports[0]?.id ?? "";
  const { id: eventId } = await db.event.findFirstOrThrow({ where: { claimId } });
  const moment = now();
  const times = { createdAt: moment, dueAt: moment, failedAt: moment };
  const tried = { failure: "tries", error: "ECONNREFUSED", attempts: 10 } as const;
  await db.notification.create({
    data: { id: newId(), recipientId, recipient: "report", eventId, ...times, ...tried },
  });
  return eventId;
}

test("letters that no server took are on the same page, and are sent again at the press of a button", async ({
  visit,
}) => {
  const eventId = await seedGivenUpLetter();
  const page = await visit(await newPerson(platform, "duty-editor"));
  await page.goto("/desk/unfinished");
  await expect(page.getByRole("heading", { level: 2, name: "要通知的人" })).toBeVisible();
  await checkPage(page, "what could not be told");
  await page.getByRole("button", { name: "再试一次 发给 1 位提交人的通知" }).first().click();
  await expect
    .poll(async () => (await db.notification.findFirstOrThrow({ where: { eventId } })).failure === "tries")
    .toBe(false);
});

test("an auditor sees it and may not have it tried again", async ({ visit }) => {
  const reaction = await seedGivenUp();
  const page = await visit(await newPerson(platform, "auditor"));
  await page.goto("/en/desk/unfinished");
  await expect(page.getByRole("heading", { name: reaction })).toBeVisible();
  await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(0);
});
