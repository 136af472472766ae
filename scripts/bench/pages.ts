import { ask, compare, type Stage } from "./stage.ts";

const paths = { home: "/", feed: "/debunks", notice: "/debunks/bench-20" };
const largest = 120;

/** The public pages against a prerendered page of the same size, which does not pass the proxy. */
export async function measurePage(stage: Stage, page: keyof typeof paths): Promise<void> {
  for (const [size, site] of stage.sites) {
    const target = { site, shots: [{ path: paths[page] }] };
    const bytes = async (path: string) => Buffer.byteLength(await ask({ site, shots: [{ path }] }));
    const wanted = await bytes(paths[page]);
    // A kilobyte of filler stands in the page twice.
    const filler = Math.round((wanted - (await bytes("/bench/1.kb"))) / 2048) + 1;
    const reference = `/bench/${Math.min(Math.max(filler, 1), largest)}.kb`;
    const had = await bytes(reference);
    if (Math.abs(had / wanted - 1) > 0.1)
      throw new Error(`${paths[page]} has ${wanted} bytes, the reference ${had}`);
    await compare(stage, {
      what: `${page} page`,
      against: "static page",
      size,
      connections: 32,
      reference: { site, shots: [{ path: reference }] },
      target,
      promises: { throughput: { atLeast: 0.9 } },
    });
  }
}
