import { afterAll, expect, it } from "vitest";
import { config } from "./config.ts";
import { connect } from "./db.ts";
import { laterOf } from "./later.ts";
import { holdConnections } from "./testing/hold-connections.ts";

const client = connect(config.DATABASE_URL ?? "", { max: 3 });
const other = connect(config.DATABASE_URL ?? "", { max: 1 });
afterAll(() => Promise.all([client.$disconnect(), other.$disconnect()]));

const later = (work: Promise<unknown>) => work.then(() => "done", laterOf);

/** Raises what PostgreSQL raises by itself where it cannot be brought about in a test. */
const raise = (code: string) =>
  client.$executeRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION 'as it is said' USING ERRCODE = '${code}'; END $$`);

it.each([
  ["a full disk", "53100", "FULL"],
  ["no memory left", "53200", "BUSY"],
  ["too many connections", "53300", "BUSY"],
  ["a server that stops", "57P01", "UNAVAILABLE"],
  ["files that cannot be read", "58030", "UNAVAILABLE"],
  ["what would fail again", "23514", null],
])("tells of %s", async (_, code, told) => {
  expect(await later(raise(code))).toBe(told);
});

it("tells of a lock that others hold, and of a statement that takes too long", async () => {
  await client.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(77)`;
    const waiting = other.$transaction(async (one) => {
      await one.$executeRaw`SET LOCAL lock_timeout = 20`;
      await one.$executeRaw`SELECT pg_advisory_xact_lock(77)`;
    });
    expect(await later(waiting)).toBe("BUSY");
  });
  const long = other.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL statement_timeout = 20`;
    await tx.$executeRaw`SELECT pg_sleep(60)`;
  });
  expect(await later(long)).toBe("BUSY");
});

it("tells of two that wait for each other", async () => {
  const met = Promise.withResolvers<void>();
  let there = 0;
  const lock = (first: number, second: number) =>
    client.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${first}::int)`;
      if (++there === 2) met.resolve();
      await met.promise;
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${second}::int)`;
    });
  const outcomes = await Promise.all([later(lock(1, 2)), later(lock(2, 1))]);
  expect(outcomes.toSorted()).toEqual(["BUSY", "done"]);
});

it("tells of connections that are all in use", async () => {
  // On a busy machine the one connection takes its time to be made.
  const single = connect(config.DATABASE_URL ?? "", { max: 1, connectionTimeoutMillis: 3_000 });
  const release = await holdConnections(single, 1);
  expect(await later(single.$queryRaw`SELECT 1`)).toBe("BUSY");
  await release();
  await single.$disconnect();
});

it("tells of a server that is not there", async () => {
  const nowhere = connect("postgresql://postgres@127.0.0.1:9/nothing", { max: 1 });
  expect(await later(nowhere.$queryRaw`SELECT 1`)).toBe("UNAVAILABLE");
  await nowhere.$disconnect();
});
