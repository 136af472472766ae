import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";

const run = promisify(execFile);

test("servers and database are killed and the disk is filled while citizens report: nothing is lost, nothing doubled, all is taken up", async () => {
  test.setTimeout(900_000);
  // The long form is `npm run faults`.
  const { stdout } = await run(process.execPath, ["scripts/faults.ts", "--rounds", "5"], {
    timeout: 890_000,
  });
  expect(stdout).toContain("nothing was lost, nothing doubled");
});
