import { once } from "node:events";
import next from "next";
import { writeEmbeds } from "#lib/distribution/count-embeds";
import { followClaims } from "#lib/matching/follow-claims";
import { followClockOffset } from "#lib/platform/clock-offset";
import { config } from "#lib/platform/config";
import { log } from "#lib/platform/log";
import { serveAssets } from "#lib/web/listen/assets";
import { drain, makeServer } from "#lib/web/listen/server";
import { followLive } from "#lib/web/live/follow-live";
import { liveHub } from "#lib/web/live/hub";
import { followChanges } from "#lib/web/pages/follow-changes";
import { pages } from "#lib/web/pages/pages";
import { keepWorker } from "#lib/worker";
import { currentBuild, holdBuild } from "./builds.ts";

const dev = process.argv.includes("--dev");
/** So long the first readers have the process for themselves, in milliseconds. */
const FIRST_READERS = 1_500;

const given = (word: string | undefined) => word?.match(/^--build=(.+)$/)?.[1];
let build = process.argv.map(given).find(Boolean);

followClockOffset();
// At this address Next asks itself for the page that an action leads to.
const app = next({ dev, dir: ".", hostname: "localhost", port: config.PORT, quiet: true });
if (process.argv.includes("--wait")) {
  // Who started it says when the pages are built and the database is ready.
  process.channel?.ref();
  build = given((await once(process, "message"))[0]);
  process.channel?.unref();
}
// It stays with this build, whatever is built beside it meanwhile.
const served = dev ? null : holdBuild(build ?? (await currentBuild(".next")));
if (served) process.env.SERVED_BUILD = served;
liveHub().build = served;
await app.prepare();

const server = makeServer({
  render: app.getRequestHandler(),
  pages: dev ? null : pages(),
  // While it is developed the framework has them.
  assets: served ? serveAssets(served) : (_request, _response, next) => next(),
});
if (dev) server.on("upgrade", app.getUpgradeHandler());
server.listen(config.PORT, config.HOST);

let stopWorker: (() => Promise<void>) | undefined;
if (config.DATABASE_URL) {
  void followChanges();
  void followLive();
  // Reading the known claims takes the first second whole; whoever asks for one before has them read at once.
  setTimeout(() => void followClaims(), FIRST_READERS).unref();
  // Not awaited: with the database away pages are served all the same, and the worker starts when it is back.
  if (config.ROLE === "all") void keepWorker().then((stop) => (stopWorker = stop));
}

// What one request does wrong is no reason to end all others.
process.on("unhandledRejection", (error) => log.error({ err: error }, "something was not awaited"));

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, async () => {
    await Promise.all([drain(server), stopWorker?.()]);
    if (config.DATABASE_URL) await writeEmbeds();
    process.exit();
  });
}
