import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

const ASKED = 5;
const control = /(?:execute \S+|statement): (?:BEGIN|COMMIT|ROLLBACK)\b/;

/** Counts how many statements one request sends to its database, from PostgreSQL's own log. */
export function statementCounter(superuserUrl: string, logFile: string) {
  const settings = { log_statement: "'all'", log_line_prefix: "'%d|'" };
  return async (databaseUrl: string, request: () => Promise<unknown>): Promise<number> => {
    const database = new URL(databaseUrl).pathname.slice(1);
    await configure(superuserUrl, (name) => `ALTER SYSTEM SET ${name} = ${settings[name]}`);
    try {
      const counts: number[] = [];
      for (let time = 0; time < ASKED; time++) {
        const { size } = await stat(logFile);
        await request();
        await pause(50);
        counts.push(countStatements(await readFrom(logFile, size), database));
      }
      // The queue asks for news now and then, which is not the request's doing.
      return Math.min(...counts);
    } finally {
      await configure(superuserUrl, (name) => `ALTER SYSTEM RESET ${name}`);
    }
  };

  async function configure(url: string, toSql: (name: keyof typeof settings) => string) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    for (const name of ["log_statement", "log_line_prefix"] as const) await client.query(toSql(name));
    await client.query("SELECT pg_reload_conf()");
    await client.end();
    await pause(300);
  }
}

const countStatements = (log: string, database: string): number =>
  log
    .split("\n")
    .filter((line) => line.startsWith(`${database}|`) && /LOG: {2}(?:execute|statement)/.test(line))
    .filter((line) => !control.test(line)).length;

const readFrom = (file: string, offset: number): Promise<string> =>
  text(createReadStream(file, { start: offset }));
