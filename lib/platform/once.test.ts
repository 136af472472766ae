import { afterAll, beforeAll, expect, it, vi } from "vitest";

/** All of this as one bundle has it; the next call loads every file anew, as another bundle does. */
async function load() {
  vi.resetModules();
  const [{ once }, { db }, { decide, lose }, { counter }, { knownClaims }, { AppError, isAppError }] =
    await Promise.all([
      import("./once.ts"),
      import("./db.ts"),
      import("./decide.ts"),
      import("./counter.ts"),
      import("#lib/matching/known-claims"),
      import("./errors.ts"),
    ]);
  return { once, db, decide, lose, counter, knownClaims, AppError, isAppError };
}

let one: Awaited<ReturnType<typeof load>>;
let other: typeof one;
beforeAll(async () => {
  [one, other] = [await load(), await load()];
});
afterAll(() => one.db.$disconnect());

it("makes a state once, whichever load of lib asks first", () => {
  expect(one.once).not.toBe(other.once);
  const made = one.once("things of a test", () => ({ by: "one" }));
  expect(other.once("things of a test", () => ({ by: "other" }))).toBe(made);
});

it("makes it again for whoever asks next when making it failed", () => {
  const fail = () => one.once("late things of a test", () => JSON.parse("{"));
  expect(fail).toThrow(SyntaxError);
  expect(other.once("late things of a test", () => "there")).toBe("there");
});

it("has one pool of connections", async () => {
  const connectionOf = ({ db }: typeof one) =>
    db.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`.then(([row]) => row?.pid);
  expect(await connectionOf(other)).toBe(await connectionOf(one));
});

it("has one index of the known claims", async () => {
  expect(await other.knownClaims()).toBe(await one.knownClaims());
});

it("counts in one place", async () => {
  await one.counter("knocks of a test", 60).add("somebody");
  expect(await other.counter("knocks of a test", 60).add("somebody")).toMatchObject({ count: 2 });
});

it("recognises an error that the other load raised", async () => {
  const error = new one.AppError("CONFLICT");
  expect(error).not.toBeInstanceOf(other.AppError);
  expect(other.isAppError(error)).toBe(true);
  expect(other.isAppError(new Error("CONFLICT"))).toBe(false);

  const [topic] = await one.db.topic.findMany({ take: 1 });
  if (!topic) throw new Error("there are topics");
  const again = async () => {
    await one.db.topic.create({ data: topic });
    return { ok: true } as const;
  };
  const first = { ok: false, reason: "SOMEBODY_WAS_FIRST" } as const;
  const decide = other.decide<{ ok: true } | typeof first>;
  expect(await decide({ lost: first.reason }, again)).toEqual(first);
  expect(await decide({ lost: first.reason }, async () => one.lose())).toEqual(first);
});
