import { expect, it } from "vitest";
import type { Actor } from "#lib/access/actor";
import { platformRoles, type Role, roles } from "#lib/access/roles";
import { deskPlaces, firstWork } from "./places.ts";

const actorWith = (...grants: Actor["grants"]): Actor => ({
  userId: "u",
  name: "n",
  email: "e",
  sessionId: "s",
  grants,
});
const atPlatform = (role: Role): Actor["grants"][number] => ({ memberId: "sc-piyao", role, tier: "1" });
const atMember = (role: Role): Actor["grants"][number] => ({ memberId: "dept-health", role, tier: "N" });

it("leads each role to what waits for it", () => {
  const led = (grant: (role: Role) => Actor["grants"][number], some: readonly Role[]) =>
    Object.fromEntries(some.map((role) => [role, firstWork(actorWith(grant(role)))]));
  expect(led(atPlatform, roles)).toEqual({
    moderator: "/desk/queue",
    "duty-editor": "/desk/queue",
    reviewer: "/desk/reviews",
    coordinator: "/desk/assignments",
    verifier: "/desk/assignments",
    writer: "/desk/assignments",
    admin: "/desk/members",
    auditor: "/desk/audit",
  });
  const members = roles.filter((role) => !platformRoles.includes(role) || role === "reviewer");
  expect(new Set(Object.values(led(atMember, members)))).toEqual(
    new Set(["/desk/assignments", "/desk/reviews"]),
  );
});

it("leads nobody where they may not go", () => {
  // What is the platform's to be, nobody is at a member.
  const ofMembers = roles.filter((role) => !platformRoles.includes(role));
  for (const grant of [...roles.map(atPlatform), ...ofMembers.map(atMember)]) {
    const actor = actorWith(grant);
    expect(deskPlaces(actor).map(({ href }): string => href)).toContain(firstWork(actor));
  }
});
