import { beforeEach, describe, expect, it } from "vitest";
import { at } from "#lib/platform/at";
import { after, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedPerson } from "#seed/people";
import { forgetGuesses } from "./forget-guesses.ts";
import type { Guest } from "./guess.ts";
import { signIn } from "./sign-in.ts";

const password = "correct horse battery";
const wrong = { ok: false, reason: "WRONG_CREDENTIALS" };
const tooMany = { ok: false, reason: "TOO_MANY_ATTEMPTS" };

const owner = () => seedPerson({ password, roles: [{ memberId: "sc-piyao", role: "moderator" }] });
const from = (network: string): Guest => ({ network, browser: null });
const [home, elsewhere] = [from("192.0.2.1"), from("198.51.100.1")];
const network = (number: number) => from(`203.0.113.${number}`);

const guessAt = (email: string, guest: Guest) => signIn({ email, password: "a wrong password" }, guest);
const times = <Result>(count: number, run: (turn: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, turn) => run(turn)));

beforeEach(() => db.guessCount.deleteMany());

describe("wrong passwords", () => {
  it("close an account to the network that they come from, and to no other", async () => {
    const { email } = await owner();
    expect(await times(10, () => guessAt(email, elsewhere))).toEqual(Array(10).fill(wrong));
    expect(await signIn({ email, password }, elsewhere)).toEqual(tooMany);
    expect(await signIn({ email, password }, home)).toMatchObject({ ok: true });
  });

  it("are counted before they are looked at, however many come at once", async () => {
    const { email } = await owner();
    const outcomes = await times(60, () => guessAt(email, elsewhere));
    expect(
      outcomes.filter(({ ok, ...rest }) => !ok && "reason" in rest && rest.reason === wrong.reason),
    ).toHaveLength(10);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === tooMany.reason)).toHaveLength(50);
  });

  it("of an address that nobody has look the same", async () => {
    const email = `${newId()}@example.org`;
    expect(await times(10, () => guessAt(email, elsewhere))).toEqual(Array(10).fill(wrong));
    expect(await guessAt(email, elsewhere)).toEqual(tooMany);
  });

  it("from everywhere close an account to strangers, and not to a browser that was signed in before", async () => {
    const { id, email } = await owner();
    const outcomes = await times(130, (turn) => guessAt(email, network(turn % 13)));
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === wrong.reason)).toHaveLength(100);
    expect(await signIn({ email, password }, home)).toEqual(tooMany);
    const browser = { id: newId(), userId: id };
    expect(await signIn({ email, password }, { ...home, browser })).toMatchObject({ ok: true });
    expect(await signIn({ email, password }, { ...elsewhere, browser })).toMatchObject({ ok: true });
    const ofAnother = { ...browser, userId: newId() };
    expect(await signIn({ email, password }, { ...home, browser: ofAnother })).toEqual(tooMany);
  });

  it("are limited in a known browser too", async () => {
    const { id, email } = await owner();
    const guest = { ...home, browser: { id: newId(), userId: id } };
    expect(await times(12, () => guessAt(email, guest))).toEqual(
      expect.arrayContaining([...Array(10).fill(wrong), tooMany]),
    );
    expect(await signIn({ email, password }, guest)).toEqual(tooMany);
    expect(await signIn({ email, password }, home)).toMatchObject({ ok: true });
  });

  it("of many accounts are limited in one network", async () => {
    const outcomes = await times(120, (turn) => guessAt(`nobody-${turn}@example.org`, elsewhere));
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === wrong.reason)).toHaveLength(100);
    const { email } = await owner();
    expect(await signIn({ email, password }, elsewhere)).toEqual(tooMany);
    expect(await signIn({ email, password }, home)).toMatchObject({ ok: true });
  });

  it("that were refused count nowhere else", async () => {
    const { email } = await owner();
    for (let turn = 0; turn < 3; turn += 1) await times(60, () => guessAt(email, elsewhere));
    const { email: other } = await owner();
    expect(await signIn({ email: other, password }, elsewhere)).toMatchObject({ ok: true });
    expect(await times(9, (turn) => guessAt(email, network(turn)))).toEqual(Array(9).fill(wrong));
    expect(await signIn({ email, password }, home)).toMatchObject({ ok: true });
  });

  it("are forgotten after a quarter of an hour", async () => {
    const { email } = await owner();
    const before = after(now(), -minutes(15));
    await at(before, () => times(11, () => guessAt(email, elsewhere)));
    expect(await signIn({ email, password }, elsewhere)).toMatchObject({ ok: true });
    expect(await db.guessCount.count()).toBeGreaterThan(0);
    await guessAt(email, home);
    await forgetGuesses();
    expect(await db.guessCount.findMany({ select: { endsAt: true } })).toSatisfy(
      (left: { endsAt: Date }[]) => left.length > 0 && left.every(({ endsAt }) => endsAt > now()),
    );
    expect(await guessAt(email, home)).toEqual(wrong);
  });
});

it("counts no right password", async () => {
  const { email } = await owner();
  for (let turn = 0; turn < 15; turn += 1) {
    expect(await signIn({ email, password }, home)).toMatchObject({ ok: true });
  }
  await times(9, () => guessAt(email, home));
  expect(await signIn({ email, password }, home)).toMatchObject({ ok: true });
  expect(await guessAt(email, home)).toEqual(wrong);
});
