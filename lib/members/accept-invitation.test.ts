import { expect, it } from "vitest";
import { signIn } from "#lib/access/sign-in";
import { db } from "#lib/platform/db";
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

it("ends with the fifth wrong password of an account, however many come at once and wherever from", async () => {
  const { input, email } = await invited();
  await acceptInvitation(input, newGuest());
  const again = await invited(email);
  const guess = { ...again.input, password: "another sentence here", repeat: "another sentence here" };
  const outcomes = await Promise.all(Array.from({ length: 30 }, () => acceptInvitation(guess, newGuest())));
  const wrong = outcomes.filter((outcome) => !outcome.ok && outcome.reason === "WRONG_CREDENTIALS");
  expect(wrong).toHaveLength(4);
  expect(await acceptInvitation(again.input, newGuest())).toEqual({ ok: false, reason: "LINK_USED" });
  expect(
    await db.event.findMany({ where: { type: "invitation.withdrawn" }, select: { data: true } }),
  ).toEqual([{ data: { member: memberId, guesses: 5 } }]);
  const last = await invited(email);
  for (let turn = 0; turn < 4; turn += 1) {
    const wrongly = { ...guess, token: last.input.token };
    expect(await acceptInvitation(wrongly, newGuest())).toMatchObject({ reason: "WRONG_CREDENTIALS" });
  }
  expect(await acceptInvitation(last.input, newGuest())).toMatchObject({ ok: true });
});

it("counts what is guessed through invitations with what is guessed at the door", async () => {
  const { input, email } = await invited();
  await acceptInvitation(input, newGuest());
  const guest = newGuest();
  const [one, two] = [await invited(email), await invited(email)];
  for (const { input } of [one, one, one, one, two, two, two, two, two]) {
    await acceptInvitation({ ...input, password: "another sentence here" }, guest);
  }
  expect(await signIn({ email, password: "a guess" }, guest)).toMatchObject({ reason: "WRONG_CREDENTIALS" });
  expect(await acceptInvitation(one.input, guest)).toMatchObject({ reason: "TOO_MANY_ATTEMPTS" });
  expect(await acceptInvitation(one.input, newGuest())).toMatchObject({ ok: true });
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
