const quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update"];

/** How a Chromium is started that does only what it is told; as root it has no sandbox. */
export const chromiumFlags: readonly string[] = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ...quiet,
  "--disable-sync",
  "--no-first-run",
];
