import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, it, vi } from "vitest";
import { days } from "./clock.ts";

const program = `
  import { followClockOffset } from "#lib/platform/clock-offset";
  import { now } from "#lib/platform/clock";
  followClockOffset();
  setInterval(() => console.log(now().getTime() - Date.now()), 20);
`;

it("moves the clock of a running process whenever the file says so", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "offset-")), "offset");
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    env: { ...process.env, CLOCK_OFFSET_FILE: file },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let offset: number | undefined;
  createInterface(child.stdout).on("line", (line) => {
    offset = Number(line);
  });
  const becomes = (expected: number) =>
    // A millisecond may pass between the two clocks.
    vi.waitFor(() => expect(Math.abs((offset ?? Number.NaN) - expected)).toBeLessThan(1000), 60_000);
  try {
    await becomes(0);
    writeFileSync(file, String(days(31)));
    await becomes(days(31));
    writeFileSync(file, `${-days(2)}\n`);
    await becomes(-days(2));
    writeFileSync(file, "tomorrow");
    writeFileSync(file, String(days(3)));
    await becomes(days(3));
    rmSync(file);
    await becomes(0);
  } finally {
    child.kill();
  }
});
