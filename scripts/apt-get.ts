import { spawnSync } from "node:child_process";

/** Installs packages of a Debian where we may, and tells whether they are there now. */
export function aptGet(...packages: readonly string[]): boolean {
  if (process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) return false;
  console.log(`Installing ${packages.join(" and ")} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (...args: readonly string[]) =>
    spawnSync("apt-get", ["-qq", "-o", "Acquire::http::Timeout=20", ...args], { env, timeout: 300_000 })
      .status === 0;
  run("update");
  return run("install", "-y", "--no-install-recommends", ...packages);
}
