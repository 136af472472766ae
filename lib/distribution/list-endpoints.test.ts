import { expect, it } from "vitest";
import type { Role } from "#lib/access/roles";
import { changeRoles } from "#lib/members/change-roles";
import { removePerson } from "#lib/members/remove-person";
import { actorOf, seedPerson } from "#seed/people";
import { addWebhook } from "./add-webhook.ts";
import { listEndpoints } from "./list-endpoints.ts";
import { rotateWebhook } from "./rotate-webhook.ts";

const [memberId, platform] = ["outlet-cover-news", "sc-piyao"];
const person = async (role: Role, at = memberId) =>
  actorOf(await seedPerson({ roles: [{ memberId: at, role }] }));

it("asks to rotate the secrets of webhooks that somebody saw who may not manage them any more", async () => {
  const [staying, leaver, demoted] = [
    await person("coordinator"),
    await person("coordinator"),
    await person("coordinator"),
  ];
  const admin = await person("admin", platform);
  const make = async (actor: typeof leaver) => {
    const url = "https://hooks.example.org/in";
    const made = await addWebhook(actor, {
      memberId,
      name: "采编系统",
      url,
      topics: [],
      divisions: [],
      urgencies: [],
    });
    if (!made.ok) throw new Error(made.reason);
    return made.endpointId;
  };
  await make(staying);
  const [ofLeaver, ofDemoted] = [await make(leaver), await make(demoted)];
  const asking = async () => {
    const [member] = await listEndpoints(staying);
    return member?.endpoints.flatMap(({ id, asksForRotation }) => (asksForRotation ? [id] : [])).toSorted();
  };
  expect(await asking()).toEqual([]);
  await removePerson(admin, { userId: leaver.userId, memberId });
  await changeRoles(admin, { userId: demoted.userId, memberId, roles: ["writer"] });
  expect(await asking()).toEqual([ofLeaver, ofDemoted].toSorted());
  await rotateWebhook(staying, { endpointId: ofLeaver, overlap: "none" });
  expect(await asking()).toEqual([ofDemoted]);
});
