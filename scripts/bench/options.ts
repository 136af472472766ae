import { parseArgs } from "node:util";
import { prettifyError, z } from "zod";

export const areas = [
  "intake",
  "home",
  "feed",
  "notice",
  "list",
  "search",
  "match",
  "queue",
  "uploads",
] as const;
export type Area = (typeof areas)[number];

export const usage = `Usage: npm run bench -- [options]
  --only ${areas.join(",")}
  --sizes 10000,100000     claims in work, and as many published notices
  --rounds 5               each is the reference, then what is measured
  --seconds 2              length of each half of a round
  --port 4710              the first of the ports to serve on
  --json FILE              write the figures to a file as well
  --no-build               take the build of the last run`;

const list = z.string().transform((text) => text.split(","));

const optionsSchema = z.object({
  only: list.pipe(z.array(z.enum(areas))).default([...areas]),
  sizes: list
    .transform((texts) => texts.map(Number).sort((a, b) => a - b))
    .pipe(z.array(z.number().int().min(100).max(1_000_000)))
    .default([10_000, 100_000]),
  rounds: z.coerce.number().int().min(1).max(50).default(5),
  seconds: z.coerce.number().min(1).max(60).default(2),
  port: z.coerce.number().int().min(1024).max(65_000).default(4710),
  json: z.string().optional(),
  "no-build": z.boolean().default(false),
});

export type Options = z.infer<typeof optionsSchema>;

/** The options of the command line. @throws for one that is unknown or wrong */
export function readOptions(): Options {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    options: {
      only: text,
      sizes: text,
      rounds: text,
      seconds: text,
      port: text,
      json: text,
      "no-build": { type: "boolean" },
    },
  });
  const { success, data, error } = optionsSchema.safeParse(values);
  if (!success) throw new Error(prettifyError(error));
  return data;
}
