import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { asApplication } from "../application-role.ts";

const template = new URL(inject("templateUrl"));
const name = `test_${process.env.VITEST_POOL_ID}`;

// Nobody may be connected to the template while it is cloned, so the clones queue up.
const client = new pg.Client({
  connectionString: Object.assign(new URL(template), { pathname: "postgres" }).href,
});
await client.connect();
await client.query(`drop database if exists ${name} with (force)`);
await client.query(`create database ${name} template ${template.pathname.slice(1)}`);
await client.end();

// Set before the test file imports the settings.
const scratch = inject("scratch");
process.env.TMPDIR = scratch;
process.env.DATA_DIR = mkdtempSync(join(scratch, "data-"));
// As the role that owns nothing: a right that the product lacks fails its tests.
process.env.DATABASE_URL = asApplication(Object.assign(template, { pathname: name }).href);
