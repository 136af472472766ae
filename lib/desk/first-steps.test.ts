import { expect, it } from "vitest";
import type { Role } from "#lib/access/roles";
import { config } from "#lib/platform/config";
import { db } from "#lib/platform/db";
import { actorOf, seedPerson } from "#seed/people";
import { findFirstSteps, listFirstSteps } from "./first-steps.ts";

const platform = "sc-piyao";
const invite = async (role: Role, memberId = platform) =>
  actorOf(await seedPerson({ roles: [{ memberId, role }] }));

/** Nobody works in the network any more but those who are invited from now on. */
const leaveAlone = () => db.membership.deleteMany({});

it("ticks off what is there, one after the other", async () => {
  await leaveAlone();
  const admin = await invite("admin");
  const open = async () =>
    (await listFirstSteps(admin)).filter(({ isDone }) => !isDone).map(({ step }) => step);
  expect(await open()).toEqual(expect.arrayContaining(["moderators", "reviewers", "members"]));
  await invite("moderator");
  expect(await open()).not.toContain("moderators");
  await invite("duty-editor");
  await invite("reviewer");
  expect(await open()).toContain("reviewers");
  const last = await invite("reviewer");
  expect(await open()).not.toContain("reviewers");
  await db.user.update({ where: { id: last.userId }, data: { removedAt: new Date() } });
  expect(await open()).toContain("reviewers");
  await invite("writer", "dept-health");
  expect(await open()).toContain("members");
  await invite("coordinator", "dept-health");
  expect(await open()).not.toContain("members");
  expect((await open()).includes("address")).toBe(!config.SITE_URL.startsWith("https:"));
});

it("counts them for administrators, and tells nobody else", async () => {
  const admin = await invite("admin");
  const steps = await listFirstSteps(admin);
  const done = steps.filter(({ isDone }) => isDone).length;
  expect(await findFirstSteps(admin)).toEqual({ done, all: steps.length });
  const moderator = await invite("moderator");
  expect(await findFirstSteps(moderator)).toBeNull();
  await expect(listFirstSteps(moderator)).rejects.toMatchObject({ code: "FORBIDDEN" });
});
