import { expect, it } from "vitest";
import type { Role } from "#lib/access/roles";
import { at } from "#lib/platform/at";
import { after as later, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { escalate } from "#lib/routing/escalate";
import { seedClaim } from "#seed/claims";
import { actorOf, type SeededPerson, seedPerson } from "#seed/people";
import { composePush } from "./compose-push.ts";
import { openAlert } from "./open-alert.ts";
import { listAlerts } from "./queries.ts";
import { tellInside } from "./tell-inside.ts";

const [platform, county, above] = ["sc-piyao", "mc-510703", "cac-510700"];
const person = (memberId: string, role: Role) => seedPerson({ roles: [{ memberId, role }] });

/** An offer to a county's centre of which all the time has passed, told as the worker tells it. */
async function passed(urgency: "P0" | "P1") {
  const claim = await seedClaim({
    status: "assigned",
    urgency,
    lead: county,
    places: ["510703"],
    writer: "group-sctv",
  });
  const work = await db.assignment.findFirstOrThrow({ where: { claimId: claim.id, memberId: county } });
  await at(later(work.offeredAt, minutes(60)), escalate);
  const events = await db.event.findMany({
    where: { type: "clock.escalated", subjectId: work.id, data: { path: ["clock"], equals: "acknowledge" } },
    orderBy: { seq: "asc" },
  });
  for (const event of events) await tellInside(event);
  return { claim, events };
}

const toldTo = async ({ id: userId }: SeededPerson, claimId: string) =>
  (await db.alert.findMany({ where: { userId, claimId }, orderBy: { id: "asc" } })).map(({ kind }) => kind);

it("tells each level's people, and at the last also whoever should have answered", async () => {
  const [contact, verifier, writer, office, editor, moderator, stranger] = [
    await person(county, "coordinator"),
    await person(county, "verifier"),
    await person(above, "writer"),
    await person(above, "verifier"),
    await person(platform, "duty-editor"),
    await person(platform, "moderator"),
    await person("cac-510600", "verifier"),
  ];
  const { claim, events } = await passed("P1");
  expect(events).toHaveLength(3);
  expect(await toldTo(contact, claim.id)).toEqual(["clock-running-out", "clock-over"]);
  expect(await toldTo(verifier, claim.id)).toEqual(["clock-over"]);
  expect(await toldTo(office, claim.id)).toEqual(["clock-running-out"]);
  expect(await toldTo(editor, claim.id)).toEqual(["clock-over"]);
  for (const other of [writer, moderator, stranger]) expect(await toldTo(other, claim.id)).toEqual([]);
  // The next level knows the number; what it may see of the claim stands in the list of what is passed on.
  const [alert] = (await listAlerts(actorOf(office), { show: "all" })).items;
  expect(alert).toMatchObject({ number: claim.number, wording: null });
  expect(await openAlert(actorOf(office), alert?.id ?? "")).toBe("/desk/assignments?state=passed-on");
});

it("wakes people for a claim of class P0 alone, with its number and no word of it", async () => {
  const editor = await person(platform, "duty-editor");
  const browser = await db.alertBrowser.create({
    data: {
      id: newId(),
      userId: editor.id,
      name: "Chrome · Linux",
      sealed: Buffer.from("sealed"),
      endpointHash: Buffer.from(newId()),
      locale: "zh-CN",
      createdAt: now(),
    },
  });
  const pushes = async (claimId: string) =>
    db.alertPush.count({ where: { browserId: browser.id, alert: { claimId } } });
  const [urgent, other] = [await passed("P0"), await passed("P1")];
  expect(await pushes(other.claim.id)).toBe(0);
  expect(await pushes(urgent.claim.id)).toBe(1);
  const alert = { id: newId(), number: urgent.claim.number };
  expect(composePush({ ...alert, kind: "clock-over" }, "zh-CN").title).toBe(`P0 时限已到 #${alert.number}`);
  expect(composePush({ ...alert, kind: "clock-running-out" }, "en").title).toBe(
    `P0 not answered #${alert.number}`,
  );
});
