import { vi } from "vitest";
import type { PrismaClient } from "../db/generated/client.ts";

// Test files share a process, for the libraries that are warm in it save a third of the time; each finds it as if new.

const environment = Symbol.for("bianzhen.test.environment");
const process_ = globalThis as { [environment]?: NodeJS.ProcessEnv };
process_[environment] ??= { ...process.env };
for (const name of Object.keys(process.env)) if (!(name in process_[environment])) delete process.env[name];
Object.assign(process.env, process_[environment]);

/** These are states of a package, which is loaded once a process. */
const ofPackages = new Set(["schema engine", "segmenter of Chinese"]);
const states = (globalThis as { [key: symbol]: Map<string, unknown> | undefined })[
  Symbol.for("bianzhen.once")
];
await (states?.get("database") as PrismaClient | undefined)?.$disconnect();
for (const name of states?.keys() ?? []) if (!ofPackages.has(name)) states?.delete(name);

vi.resetModules();
