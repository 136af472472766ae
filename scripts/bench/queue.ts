import { type SignIn, signIn } from "./desk.ts";
import { ask, compare, keepBody, type Stage } from "./stage.ts";

const path = "/desk/queue";
const connections = 8;

/** The desk's queue against a handler that answers the same bytes, and against itself with the fewest claims. */
export async function measureQueue(stage: Stage, moderator: SignIn): Promise<void> {
  const sides = [];
  for (const [size, site] of stage.sites) {
    const cookie = await signIn(site.url, moderator);
    sides.push({ size, site, shots: [{ path, headers: { cookie } }] });
  }
  for (const side of sides) {
    const { size, site } = side;
    await keepBody(site, await ask(side));
    const reference = { site, shots: [{ path: "/bench/body.json" }] };
    await compare(stage, {
      what: "desk queue",
      against: "bare handler",
      size,
      connections,
      reference,
      target: side,
    });
  }
  const [smallest, ...larger] = sides;
  for (const side of smallest ? larger : []) {
    await compare(stage, {
      what: "desk queue",
      against: `with ${smallest?.size.toLocaleString("en")} claims`,
      size: side.size,
      connections,
      reference: smallest ?? side,
      target: side,
      // 1.3 times as long, with as many asking at once, is 1 / 1.3 of the throughput.
      promises: { throughput: { atLeast: 1 / 1.3 } },
    });
  }
}
