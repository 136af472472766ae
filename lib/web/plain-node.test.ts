import { execFile } from "node:child_process";
import { globSync } from "node:fs";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const run = promisify(execFile);

const files = globSync("lib/web/**/*.ts", {
  exclude: ["lib/web/next/**", "lib/web/testing/**", "**/*.test.ts"],
});

/** Imports files in a process of its own, and prints what of Next or React was asked for on the way. */
const program = `
  import { registerHooks } from "node:module";
  import { pathToFileURL } from "node:url";
  const asked = new Set();
  registerHooks({
    resolve(name, context, next) {
      if (/^(next|next-intl|next-auth|react|react-dom)(\\/|$)/.test(name) && name !== "next-auth/jwt") asked.add(name);
      return next(name, context);
    },
  });
  for (const file of process.argv.slice(1)) await import(pathToFileURL(file));
  process.stdout.write(JSON.stringify([...asked]));
  process.exit();
`;

it("all that knows a request runs in plain Node, without Next", async () => {
  expect(files).toContain("lib/web/session.ts");
  const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", program, ...files]);
  expect(JSON.parse(stdout)).toEqual([]);
});
