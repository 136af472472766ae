import { publishNext, slugOf } from "./publish-next.ts";

// Publishes a notice, and a correction of it whenever it is told to; each says its number.

process.on("message", async () => {
  const number = await publishNext();
  process.send?.({ number, publishedAt: Date.now() });
});
process.send?.({ slug: slugOf() });
process.once("SIGTERM", () => process.exit());
