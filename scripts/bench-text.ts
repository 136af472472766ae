import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { measureDetails } from "./text/details.ts";
import { measureGuesses } from "./text/guesses.ts";
import { measureLinks } from "./text/links.ts";
import { measureMatching } from "./text/matching.ts";
import { measurePictures } from "./text/pictures.ts";
import { verdictsOn } from "./text/promises.ts";
import { type Rate, shareOf } from "./text/rate.ts";
import { readCases } from "./text/read-cases.ts";
import { measureSearch } from "./text/search.ts";
import { round } from "./verdict.ts";

const usage = `Measures what strangers' texts, links and searches are taken for, on a folder of cases.
  --cases DIR  the folder; of its files some may be missing
  --only LIST  matching, links, details, guesses, search, pictures
  --pictures N draws and reads so many at most (66)
  --load N     so many processes compute while pictures are read
  --json FILE  also writes every figure there
  --misses     says which cases came out wrong`;

const parts = ["matching", "links", "details", "guesses", "search", "pictures"] as const;

const { values } = parseArgs({
  options: {
    cases: { type: "string" },
    only: { type: "string", default: parts.join(",") },
    pictures: { type: "string", default: "66" },
    load: { type: "string", default: "0" },
    json: { type: "string" },
    misses: { type: "boolean", default: false },
  },
});
const only = values.only.split(",");
if (!values.cases || only.some((part) => !parts.some((known) => known === part))) {
  console.error(usage);
  process.exit(2);
}

const rates = await measure(values.cases);
const verdicts = verdictsOn(rates);
if (verdicts.length === 0) {
  console.error(`There are no cases of these parts in ${values.cases}.`);
  process.exit(2);
}
for (const [what, rate] of Object.entries(rates)) if (rate) show(what, rate);
console.table(verdicts.map((row) => ({ ...row, measured: round(row.measured) })));
if (values.json) {
  const figures = Object.entries(rates).flatMap(([what, rate]) =>
    rate ? [[what, { rate: shareOf(rate), cases: rate.cases, kinds: rate.kinds }]] : [],
  );
  await writeFile(
    values.json,
    `${JSON.stringify({ rates: Object.fromEntries(figures), verdicts }, null, 2)}\n`,
  );
}
process.exit(verdicts.every(({ kept }) => kept) ? 0 : 1);

async function measure(folder: string): Promise<Record<string, Rate | undefined>> {
  const cases = await readCases(folder);
  const has = (part: (typeof parts)[number]) => only.includes(part);
  return {
    ...(has("matching") && measureMatching(cases)),
    ...(has("links") && measureLinks(cases)),
    ...(has("details") && measureDetails(cases)),
    ...(has("guesses") && measureGuesses(cases)),
    ...(has("search") && (await measureSearch(cases, folder))),
    ...(has("pictures") &&
      (await measurePictures(cases, { most: Number(values.pictures), load: Number(values.load) }))),
  };
}

function show(what: string, rate: Rate): void {
  console.log(`\n${what}: ${rate.hits} of ${rate.cases}`);
  console.log(
    Object.entries(rate.kinds)
      .map(([kind, count]) => `  ${kind} ${count}`)
      .join("\n"),
  );
  if (!values.misses) return;
  const wanted = verdicts.find((verdict) => verdict.what === what)?.promised.startsWith("≥") ?? true;
  for (const { isHit, kind, said } of rate.outcomes)
    if (isHit !== wanted) console.log(`    ${kind}: ${said}`);
}
