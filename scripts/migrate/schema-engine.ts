import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { once } from "#lib/platform/once";
import { schemaAdapter } from "./schema-adapter.ts";

/** Lends Prisma's own schema engine, as WebAssembly that needs no download, with connections of its own. */
export async function withSchemaEngine<T>(databaseUrl: string, use: (engine: SchemaEngine) => Promise<T>) {
  const { SchemaEngine } = await once("schema engine", loadProgram);
  const pool = new pg.Pool({ connectionString: databaseUrl });
  pool.on("connect", (client) => client.on("error", () => {}));
  pool.on("error", () => {});
  const adapter = bindMigrationAwareSqlAdapterFactory(schemaAdapter(pool));
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
  try {
    return await use(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}

// Its JavaScript part holds one instance at a time: a second one would break the first.

async function loadProgram() {
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const path = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const { instance } = await WebAssembly.instantiate(await readFile(path.replace(/js$/, "wasm")), {
    "./schema_engine_bg.js": glue,
  });
  glue.__wbg_set_wasm(instance.exports);
  if (typeof instance.exports.__wbindgen_start === "function") instance.exports.__wbindgen_start();
  return glue;
}
