import { defineConfig } from "prisma/config";

// `prisma generate`, `validate` and `format` ask for a native schema engine that none of them runs;
// any existing executable satisfies the look-up and keeps these commands offline.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: "prisma/models", migrations: { path: "prisma/migrations" } });
