import pg from "pg";
import { config } from "../config.ts";

/** The address of this test's database for its owner; the product itself comes as the role that owns nothing. */
export function ownerUrl(): string {
  return Object.assign(new URL(config.DATABASE_URL ?? ""), { search: "" }).href;
}

/** Runs what the product may not do to its database, and gives the rows of the answer. */
export async function asOwner<Row extends object>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: ownerUrl() });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
