import { type SignIn, signIn } from "./desk.ts";
import { ask, compare, keepBody, type Stage } from "./stage.ts";

const path = "/desk/queue";
const queue = { what: "desk queue", connections: 8 };

/** The desk's queue against a handler that answers the same bytes, and against itself with the fewest claims. */
export async function measureQueue(stage: Stage, moderator: SignIn): Promise<void> {
  const desks = [];
  for (const [size, site] of stage.sites) {
    const cookie = await signIn(site.url, moderator);
    desks.push({ size, side: { site, shots: [{ path, headers: { cookie } }] } });
  }
  for (const { size, side } of desks) {
    await keepBody(side.site, await ask(side));
    const reference = { site: side.site, shots: [{ path: "/bench/body.json" }] };
    await compare(stage, { ...queue, against: "bare handler", size, reference, target: side });
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
