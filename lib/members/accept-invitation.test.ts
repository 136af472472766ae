import { expect, it } from "vitest";
import { signIn } from "#lib/access/sign-in";
import { newId } from "#lib/platform/id";
import { actorOf, newGuest, seedPerson } from "#seed/people";
import { acceptInvitation } from "./accept-invitation.ts";
import { invitePerson } from "./invite-person.ts";
import { removePerson } from "./remove-person.ts";

const memberId = "outlet-cover-news";
const password = "a sentence to remember";

async function invited(email = `${newId()}@example.org`) {
  const coordinator = actorOf(await seedPerson({ roles: [{ memberId, role: "coordinator" }] }));
  const { token } = await invitePerson(coordinator, { memberId, name: "新同事", email, roles: ["writer"] });
  return { coordinator, email, input: { token, name: "新同事", email, password, repeat: password } };
}

it("makes an account, once", async () => {
  const { input, email } = await invited();
  expect(await acceptInvitation(input, newGuest())).toMatchObject({ ok: true });
  expect(await acceptInvitation(input, newGuest())).toEqual({ ok: false, reason: "LINK_USED" });
  expect(await signIn({ email, password }, newGuest())).toMatchObject({ ok: true });
});

it("adds roles to an account only for whoever knows its password", async () => {
  const { input, email } = await invited();
  await acceptInvitation(input, newGuest());
  const again = await invited(email);
  const guess = { ...again.input, password: "another sentence here", repeat: "another sentence here" };
  expect(await acceptInvitation(guess, newGuest())).toEqual({ ok: false, reason: "WRONG_CREDENTIALS" });
  expect(await acceptInvitation(again.input, newGuest())).toMatchObject({ ok: true });
});

it("brings back somebody who was removed, with a new password", async () => {
  const { coordinator, input, email } = await invited();
  const joined = await acceptInvitation(input, newGuest());
  if (!joined.ok) throw new Error(joined.reason);
  await seedPerson({ roles: [{ memberId: "sc-piyao", role: "admin" }] });
  expect(await removePerson(coordinator, { userId: joined.userId, memberId })).toEqual({ ok: true });
  const again = await invited(email);
  const renewed = { ...again.input, password: "quite another sentence", repeat: "quite another sentence" };
  expect(await acceptInvitation(renewed, newGuest())).toEqual({ ok: true, userId: joined.userId });
  expect(await signIn({ email, password }, newGuest())).toMatchObject({ ok: false });
  expect(await signIn({ email, password: "quite another sentence" }, newGuest())).toMatchObject({ ok: true });
});
