import { setTimeout as pause } from "node:timers/promises";
import { followClaim } from "#lib/telling/follow-claim";
import { seedClaim } from "#seed/claims";
import { until } from "./until.ts";

// Readers who follow a notice by mail, one after the other, until they are told to stop. Each address that was acknowledged is
// told to whoever started this, and gets a letter. It has the settings of the instance.

/** Between two readers, in milliseconds. */
const REST = 150;

let going = true;
process.once("message", () => {
  going = false;
});
const { id: claimId } = await seedClaim({ status: "published" });
process.send?.("ready");
for (let number = 1; going; number++) {
  const email = `reader-${number}@example.org`;
  const outcome = await until(() => followClaim({ claimId, locale: "zh-CN", email }));
  if (!outcome.ok) throw new Error(`A reader was refused: ${outcome.reason}`);
  process.send?.({ email });
  await pause(REST);
}
process.exit();
