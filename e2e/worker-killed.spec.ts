import { expect } from "@playwright/test";
import { kill } from "../scripts/faults/victims.ts";
import { test } from "./own-server.ts";
import { publish } from "./pages/desk.ts";
import { ownLib } from "./pages/own-lib.ts";

const paths = Array.from({ length: 12 }, (_, at) => `/ok/killed-${at + 1}`);

test("a worker that is killed while it sends misses nobody: each gets the same message under the same id", async ({
  server,
  signInAs,
}) => {
  const { seedClaim, seedWebhook } = await ownLib();
  const receiver = server.takeReceiver();
  // Nobody answers before the worker is gone.
  for (const path of paths) {
    await seedWebhook(receiver.host, path, "outlet-red-star");
    receiver.replies.set(path, () => {});
  }
  const editor = await signInAs("duty-editor");
  const claim = await seedClaim({ status: "review-3" });
  await publish(editor, claim.story.wording);
  const asked = () => paths.filter((path) => receiver.callsOf(path).length > 0);
  await expect.poll(() => asked().length).toBeGreaterThan(0);

  await kill("web", server.dataDir);
  for (const path of paths) receiver.replies.delete(path);
  const before = new Map(paths.map((path) => [path, receiver.callsOf(path).length]));
  await expect
    .poll(() => paths.filter((path) => receiver.callsOf(path).length === before.get(path)), {
      timeout: 120_000,
    })
    .toEqual([]);
  for (const path of paths) {
    const calls = receiver.callsOf(path);
    expect(new Set(calls.map(({ headers }) => headers["webhook-id"])).size, path).toBe(1);
    expect(new Set(calls.map(({ body }) => body)).size, path).toBe(1);
  }
});
