import { defineConfig } from "vitest/config";

const { TEST_REPORT } = process.env;

export default defineConfig({
  test: {
    include: ["{app,components,lib,prisma,scripts}/**/*.test.{ts,tsx}"],
    globalSetup: "lib/platform/testing/database-server.ts",
    setupFiles: [
      "lib/platform/testing/fresh-process.ts",
      "lib/platform/testing/own-database.ts",
      "lib/web/testing/declared-answers.ts",
    ],
    pool: "forks",
    // One more than there are cores in small machines: half of the time a test waits for the database.
    maxWorkers: 3,
    isolate: false,
    // A hang, not slowness: a busy machine may take its time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Far from UTC and off by a quarter of an hour, so that a forgotten time zone shows.
    env: { TZ: "Asia/Kathmandu", LOG_LEVEL: "silent" },
    reporters: TEST_REPORT ? ["default", "json"] : ["default"],
    outputFile: TEST_REPORT,
  },
});
