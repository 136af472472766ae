import { expect, it } from "vitest";
import { at } from "#lib/platform/at";
import { after, days, hours, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { actorOf, seedPerson } from "#seed/people";
import { forgetLinks } from "./forget-links.ts";
import { invitePerson } from "./invite-person.ts";
import { makePasswordLink } from "./make-password-link.ts";

const memberId = "outlet-cover-news";

it("forgets invitations and links for a password a month after they ended, and none that is open", async () => {
  const coordinator = actorOf(await seedPerson({ roles: [{ memberId, role: "coordinator" }] }));
  const writer = await seedPerson({ roles: [{ memberId, role: "writer" }] });
  const invite = () =>
    invitePerson(coordinator, {
      memberId,
      name: "新同事",
      email: `${newId()}@example.org`,
      roles: ["writer"],
    });
  await invite();
  await db.invitation.updateMany({ data: { revokedAt: now() } });
  await invite();
  await makePasswordLink(coordinator, { userId: writer.id, memberId });
  const left = async (milliseconds: number) => {
    await at(after(now(), milliseconds), forgetLinks);
    return [await db.invitation.count(), await db.passwordLink.count()];
  };
  expect(await left(days(29))).toEqual([2, 1]);
  expect(await left(days(30) + hours(1))).toEqual([1, 1]);
  expect(await left(days(31) + hours(1))).toEqual([1, 0]);
  expect(await left(days(33) + hours(1))).toEqual([0, 0]);
});
