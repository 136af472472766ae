import { mirror } from "./references.ts";
import { compare, largest, type Stage } from "./stage.ts";

const paths = { home: "/", feed: "/debunks", notice: "/debunks/bench-20" };

const promises = { throughput: { atLeast: 0.6 }, p99: { atMost: 2 }, queries: { atMost: 0 } };

/** A public page against a server that sends the very bytes from memory. */
export async function measurePage(stage: Stage, page: keyof typeof paths): Promise<void> {
  const { size, site } = largest(stage);
  for (const encoding of ["identity", "br"]) {
    const shots = [{ path: paths[page], headers: { "accept-encoding": encoding } }];
    await mirror(site, stage.reference, shots);
    for (const connections of [32, 1000]) {
      await compare(stage, {
        what: `${page} page, ${encoding}, ${connections.toLocaleString("en")} connections`,
        against: "node:http, same bytes",
        size,
        connections,
        reference: { server: stage.reference, shots },
        target: { server: site, shots },
        promises,
      });
    }
  }
}
