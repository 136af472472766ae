import { parseArgs } from "node:util";
import { prettifyError, z } from "zod";

const areas = [
  "home",
  "feed",
  "notice",
  "list",
  "reports",
  "publication",
  "transfer",
  "start",
  "search",
  "match",
  "queue",
  "uploads",
  "push",
] as const;

export const usage = `Usage: npm run bench -- [options]
  --only ${areas.join(",")}
  --sizes 10000,100000     claims in work, and as many published notices
  --rounds 5               each is the reference, then what is measured
  --seconds 1              length of each half of a round
  --quick                  the smallest size alone, in one short round
  --large                  up to 1,000,000, in a cluster that is kept for the next time under DATA_DIR/bench
  --json FILE              write the figures to a file as well
  --no-build               take the build of the last run`;

const list = z.string().transform((text) => text.split(","));

const optionsSchema = z
  .object({
    only: list.pipe(z.array(z.enum(areas))).default([...areas]),
    sizes: list
      .transform((texts) => texts.map(Number).sort((a, b) => a - b))
      .pipe(z.array(z.number().int().min(100).max(1_000_000)))
      .optional(),
    rounds: z.coerce.number().int().min(1).max(50).optional(),
    seconds: z.coerce.number().min(0.1).max(60).optional(),
    quick: z.boolean().default(false),
    large: z.boolean().default(false),
    json: z.string().optional(),
    "no-build": z.boolean().default(false),
  })
  .transform(({ quick, large, sizes, rounds, seconds, ...options }) => ({
    ...options,
    large,
    sizes: sizes ?? (quick ? [10_000] : [10_000, 100_000, ...(large ? [1_000_000] : [])]),
    rounds: rounds ?? (quick ? 1 : 5),
    seconds: seconds ?? (quick ? 0.5 : 1),
  }));

export type Options = z.infer<typeof optionsSchema>;

/** The options of the command line. @throws for one that is unknown or wrong */
export function readOptions(): Options {
  const [text, flag] = [{ type: "string" }, { type: "boolean" }] as const;
  const { values } = parseArgs({
    options: {
      only: text,
      sizes: text,
      rounds: text,
      seconds: text,
      quick: flag,
      large: flag,
      json: text,
      "no-build": flag,
    },
  });
  const { success, data, error } = optionsSchema.safeParse(values);
  if (!success) throw new Error(prettifyError(error));
  return data;
}
