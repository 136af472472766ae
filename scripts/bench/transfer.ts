import { type Browser, chromium } from "@playwright/test";
import { findChromium } from "../chromium.ts";
import { chromiumFlags } from "../chromium-flags.ts";
import { figureOf } from "./result.ts";
import type { Server } from "./rounds.ts";
import { largest, type Stage } from "./stage.ts";

/** A page with what may come along with it, in thousands of bytes. */
const pages = [
  { name: "notice", path: "/debunks/bench-20", most: 30, isOnlyRead: true },
  { name: "home", path: "/", most: 150, isOnlyRead: false },
  { name: "report", path: "/report", most: 160, isOnlyRead: false },
];

/** What a browser that was never here fetches to show a page, and what of it is the framework's own. */
export async function measureTransfer(stage: Stage): Promise<void> {
  const { site } = largest(stage);
  const browser = await chromium.launch({ executablePath: await findChromium(), args: [...chromiumFlags] });
  try {
    for (const { name, path, most, isOnlyRead } of pages) {
      const { bytes, frameworkScripts } = await fetchCold(browser, site, path);
      const weight = { what: `transferred, ${name}`, unit: "kB", promised: { atMost: most } };
      stage.report(figureOf(weight, [bytes / 1000]));
      const scripts = {
        what: `framework scripts, ${name}`,
        unit: "files",
        ...(isOnlyRead && { promised: { atMost: 0 } }),
      };
      stage.report(figureOf(scripts, [frameworkScripts]));
    }
  } finally {
    await browser.close();
  }
}

async function fetchCold(browser: Browser, { url }: Server, path: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  let [bytes, frameworkScripts] = [0, 0];
  // Headers included, as they came over the wire.
  protocol.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  protocol.on("Network.responseReceived", ({ response, type }) => {
    if (type === "Script" && new URL(response.url).pathname.startsWith("/_next/")) frameworkScripts += 1;
  });
  await protocol.send("Network.enable");
  const answer = await page.goto(url + path, { waitUntil: "networkidle" });
  if (!answer?.ok()) throw new Error(`${path} answers ${answer?.status()}`);
  if (answer.headers()["content-encoding"] !== "br") throw new Error(`${path} is not sent in brotli`);
  await context.close();
  return { bytes, frameworkScripts };
}
