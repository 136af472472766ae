import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { startNode, stop } from "../child.ts";
import { benchEnv } from "./bench-env.ts";
import { Readers } from "./readers.ts";
import { figureOf, worst } from "./result.ts";
import type { Site } from "./site.ts";
import type { Stage } from "./stage.ts";

const READERS = 32;

const readySchema = z.object({ slug: z.string() });
const publishedSchema = z.object({ number: z.number(), publishedAt: z.number() });

/** A notice is corrected again and again while many read it, and the pages that list it, on two instances of one database. */
export async function measurePublication(stage: Stage, instances: readonly [Site, Site]): Promise<void> {
  const { databaseUrl } = instances[0];
  const publisher = startNode(["scripts/bench/publisher.ts"], {
    ...benchEnv,
    DATABASE_URL: databaseUrl,
    DEMO: "0",
  });
  const hear = async () => {
    const said = await Promise.race([once(publisher, "message"), once(publisher, "exit").then(() => null)]);
    if (!said) throw new Error("The publisher ended; see its message above.");
    return said[0];
  };
  try {
    const { slug } = readySchema.parse(await hear());
    const publish = async () => {
      publisher.send("next");
      return publishedSchema.parse(await hear());
    };
    await publish();
    await readAll(stage, instances, [`/debunks/${slug}`, "/", "/debunks"], publish);
  } finally {
    await stop(publisher);
  }
}

type Publish = () => Promise<z.infer<typeof publishedSchema>>;

async function readAll(
  stage: Stage,
  instances: readonly Site[],
  paths: readonly string[],
  publish: Publish,
): Promise<void> {
  const waits: number[] = [];
  const paces: number[] = [];
  let [errors, old] = [0, 0];
  for (let round = 0; round < stage.rounds; round++) {
    const readers = new Readers(instances, paths, READERS);
    const paceOf = async <Value>(run: () => Promise<Value>): Promise<[number, Value]> => {
      const [before, started] = [readers.read, Date.now()];
      const value = await run();
      return [(readers.read - before) / (Date.now() - started), value];
    };
    await readers.seenEverywhere(0);
    const [quiet] = await paceOf(() => pause(1000 * stage.seconds));
    const [busy, waited] = await paceOf(async () => {
      const { number, publishedAt } = await publish();
      const seenAt = await readers.seenEverywhere(number);
      await pause(1000 * stage.seconds);
      return (seenAt - publishedAt) / 1000;
    });
    await readers.stop();
    waits.push(waited);
    paces.push(busy / quiet);
    errors += readers.errors;
    old += readers.old;
  }
  const what = `publication, ${READERS} readers, two instances`;
  const none = { atMost: 0 };
  stage.report(
    figureOf({ what: `${what}: new everywhere after`, unit: "s", promised: { atMost: 2 }, of: worst }, waits),
  );
  stage.report(figureOf({ what: `${what}: errors`, unit: "", promised: none }, [errors]));
  stage.report(figureOf({ what: `${what}: old after new`, unit: "", promised: none }, [old]));
  stage.report(figureOf({ what: `${what}: pages read / without`, unit: "×" }, paces));
}
