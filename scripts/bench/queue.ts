import { type SignIn, signIn } from "./desk.ts";
import type { Reference } from "./references.ts";
import { ask, compare, type Stage } from "./stage.ts";

const path = "/desk/queue";
const queue = { what: "desk queue", connections: 8, isSlow: true };

/** The desk's queue against a bare route of the framework that answers the same bytes, and against itself with the fewest claims. */
export async function measureQueue(stage: Stage, bareNext: Reference, moderator: SignIn): Promise<void> {
  const desks = [];
  for (const [size, site] of stage.sites) {
    const cookie = await signIn(site.url, moderator);
    desks.push({ size, side: { server: site, shots: [{ path, headers: { cookie } }] } });
  }
  for (const { size, side } of desks) {
    const told = await fetch(`${bareNext.url}/body`, { method: "PUT", body: await ask(side) });
    if (!told.ok) throw new Error(`the bare route answers ${told.status}`);
    const reference = { server: bareNext, shots: [{ path: "/body" }] };
    await compare(stage, { ...queue, against: "bare Next route", size, reference, target: side });
  }
  const [smallest] = desks;
  for (const { size, side } of desks.slice(1)) {
    if (!smallest) break;
    const against = `with ${smallest.size.toLocaleString("en")} claims`;
    // As many ask at once, so 1.3 times as long is 1 / 1.3 of the throughput.
    const promises = { throughput: { atLeast: 1 / 1.3, as: "≥ 1 / 1.3" } };
    await compare(stage, { ...queue, against, size, reference: smallest.side, target: side, promises });
  }
}
