import { expect } from "@playwright/test";
import { test } from "./own-server.ts";
import { publish } from "./pages/desk.ts";
import { ownLib } from "./pages/own-lib.ts";

/** How the others behave (lib/distribution/testing/receiver.ts), two on each of their hosts. */
const hostile = ["hang", "drip", "gone", "busy", "broken", "elsewhere", "endless", "cut"] as const;
const member = "dept-health";
const healthy = ["/ok/1", "/ok/2", "/ok/3"];

test("however some receivers behave, the others are told at once, and the desk sees what became of each", async ({
  server,
  signInAs,
}) => {
  const { seedClaim, seedWebhook } = await ownLib();
  const good = server.takeReceiver();
  const others = Array.from({ length: hostile.length / 2 }, server.takeReceiver);
  const ids = new Map<string, string>();
  for (const [at, behaviour] of hostile.entries()) {
    const host = others[at >> 1]?.host ?? "";
    ids.set(behaviour, (await seedWebhook(host, `/${behaviour}/1`, member)).id);
  }
  for (const path of healthy) await seedWebhook(good.host, path, member);

  const editor = await signInAs("duty-editor");
  const claim = await seedClaim({ status: "review-3" });
  await publish(editor, claim.story.wording);
  await expect.poll(() => healthy.map((path) => good.callsOf(path).length)).toEqual([1, 1, 1]);
  await expect
    .poll(() => hostile.filter((behaviour, at) => others[at >> 1]?.callsOf(`/${behaviour}/1`).length))
    .toEqual(hostile);
  // A redirect is not followed, wherever it leads.
  expect(others.flatMap((receiver) => receiver.callsOf("/ok"))).toEqual([]);

  const coordinator = await signInAs("coordinator", member);
  const look = (behaviour: (typeof hostile)[number]) =>
    coordinator.goto(`/desk/endpoints/${ids.get(behaviour)}`);
  await test.step("who said that it wants no more is not asked again", async () => {
    await look("gone");
    await expect(coordinator.getByText("这个推送地址已停用")).toBeVisible();
  });
  await test.step("what came back stands in the log, and when it is tried again", async () => {
    for (const [behaviour, said] of [
      ["broken", "out of order"],
      ["busy", "429"],
      ["elsewhere", "307"],
    ] as const) {
      await expect(async () => {
        await look(behaviour);
        const sent = coordinator.getByRole("region", { name: "推送记录" });
        await expect(sent.getByText("等待下一次尝试")).toBeVisible({ timeout: 2_000 });
        await sent.getByText(/^试了 \d+ 次$/).click();
        await expect(sent.getByText(said).first()).toBeVisible({ timeout: 2_000 });
      }, behaviour).toPass();
    }
  });
});
