import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { config } from "./config.ts";
import { Prisma, PrismaClient } from "./db/generated/client.ts";
import { once } from "./once.ts";
import { statementNames } from "./statement-names.ts";

/** The handle inside `db.$transaction(async (tx) => …)`. */
export type Tx = Prisma.TransactionClient;

type Limits = {
  max: number;
  connectionTimeoutMillis?: number;
  statement_timeout?: number;
  lock_timeout?: number;
  idle_in_transaction_session_timeout?: number;
};

/** A client of the given database with its own pool; scripts and tests close it themselves. */
export function connect(databaseUrl: string, limits: Limits = { max: 10 }): PrismaClient {
  const pool = new pg.Pool({ connectionString: databaseUrl, ...limits });
  // A connection that breaks between two queries tells nobody in particular; unheard, that would end the process.
  pool.on("connect", (client) => client.on("error", ignore));
  pool.on("error", ignore);
  // Its type promises a name for every statement; without one it is not kept.
  const statementNameGenerator = statementNames() as (statement: { sql: string }) => string;
  return new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: true, statementNameGenerator }),
    // Prisma's own are shorter than the database's: a machine that stands still for a moment would lose what it was at.
    transactionOptions: { maxWait: 5_000, timeout: 30_000 },
  });
}

/** Whoever queries next learns that the connection is gone. */
const ignore = () => {};

/** A request neither waits for ever for a connection nor behind a lock: it answers that it cannot be served now (later.ts). */
const patience = {
  connectionTimeoutMillis: 5_000,
  lock_timeout: 5_000,
  statement_timeout: 15_000,
  idle_in_transaction_session_timeout: 60_000,
};

/** A client that connects with the first query, so that a build needs no database. */
const lazily = (name: string, max: number): PrismaClient =>
  new Proxy({} as PrismaClient, {
    get(_, property) {
      const client = once(name, () => {
        if (!config.DATABASE_URL)
          throw new Error("DATABASE_URL is not set: there is no database to talk to.");
        return connect(config.DATABASE_URL, { max, ...patience });
      });
      const value = Reflect.get(client, property);
      return typeof value === "function" ? value.bind(client) : value;
    },
  });

/** The process's database. */
export const db: PrismaClient = lazily("database", config.DATABASE_POOL_SIZE);

/** The same database over connections of its own: however much is read at the desk, a citizen's report is taken in. */
export const intakeDb: PrismaClient = lazily("intake database", 2);

export { Prisma };
