import { defineConfig, devices } from "@playwright/test";
import { chromiumFlags } from "./scripts/chromium-flags.ts";

const { BASE_URL, CHROMIUM_PATH, TEST_REPORT, TRACE } = process.env;

const viewport = { width: 1280, height: 800 };

/** Journeys that change the service for everybody (e2e/own-server.ts), one after the other. */
const ownServer = [
  "flood.spec.ts",
  "unknown-addresses.spec.ts",
  "outage.spec.ts",
  "one-push.spec.ts",
  "correction-overtakes.spec.ts",
  "hostile-receivers.spec.ts",
  "worker-killed.spec.ts",
  "labels.spec.ts",
  "coverage.spec.ts",
  "routing-change.spec.ts",
];

/** `npm test -- e2e` starts the server, finds a browser and sets these variables. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  globalSetup: "./e2e/mail-server.ts",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // A hang, not slowness: a busy machine may take its time.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: [["list"], ...(TEST_REPORT ? [["json", { outputFile: TEST_REPORT }] as const] : [])],
  use: {
    baseURL: BASE_URL,
    actionTimeout: 60_000,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    // To record every step takes time in all tests: only where somebody looks for what went wrong.
    trace: TRACE ? "retain-on-failure" : "off",
    launchOptions: {
      executablePath: CHROMIUM_PATH,
      args: [...chromiumFlags],
    },
  },
  projects: [
    // They wait for a server of their own, so they go first: last, everything else would be done before them.
    { name: "own server", testMatch: ownServer, workers: 1, use: { viewport } },
    { name: "desktop", testIgnore: ownServer, use: { viewport } },
    { name: "phone", grep: /@phone/, use: devices["Pixel 7"] },
  ],
});
