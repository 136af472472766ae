import { afterAll, expect, it } from "vitest";
import { config } from "./config.ts";
import { connect } from "./db.ts";
import { statementNames } from "./statement-names.ts";

const client = connect(config.DATABASE_URL ?? "", { max: 1 });
afterAll(() => client.$disconnect());

it("has a statement planned once that comes again, and not one that comes seldom", async () => {
  const kept = async () => {
    const rows = await client.$queryRaw<{ statement: string }[]>`
      SELECT statement FROM pg_prepared_statements WHERE statement LIKE '%mark of this test%'`;
    return rows.map(({ statement }) => statement);
  };
  for (let time = 0; time < 5; time++)
    await client.$queryRaw`SELECT 'mark of this test' AS often, ${time}::int`;
  await client.$queryRaw`SELECT 'mark of this test' AS once`;
  expect(await kept()).toEqual(["SELECT 'mark of this test' AS often, $1::int"]);
  expect(await client.$queryRaw`SELECT 'mark of this test' AS often, ${9}::int AS int4`).toEqual([
    { often: "mark of this test", int4: 9 },
  ]);
});

it("names no more than connections can keep, and each statement for itself", () => {
  const nameOf = statementNames();
  const often = (sql: string) => Array.from({ length: 4 }, () => nameOf({ sql })).at(-1);
  const names = Array.from({ length: 500 }, (_, at) => often(`SELECT ${at}`));
  const given = names.filter((name) => name !== undefined);
  expect(given).toHaveLength(400);
  expect(new Set(given).size).toBe(400);
  expect(nameOf({ sql: "SELECT 0" })).toBe(names[0]);
});
