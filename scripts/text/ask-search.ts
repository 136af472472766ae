import { db } from "#lib/platform/db";
import { searchDebunks } from "#lib/publishing/search-debunks";
import { demoTexts } from "#seed/demo-texts";
import type { Outcome } from "./rate.ts";
import { readCases } from "./read-cases.ts";

// node scripts/text/ask-search.ts DIR: asks the search of a database that has the demo, and prints how each case came out.
const { searches } = await readCases(process.argv[2] ?? "");
const ids = new Map(demoTexts().map(({ id, wording }) => [wording, id]));
const outcomes: Outcome[] = [];
for (const { kind, q, id } of searches) {
  if (id === null) continue;
  const [best] = await searchDebunks(q, { limit: 20 });
  const found = best && (ids.get(best.claim.wording) ?? best.title);
  outcomes.push({ kind, isHit: found === id, said: `${q} → ${found ?? "nothing"} instead of ${id}` });
}
await db.$disconnect();
console.log(JSON.stringify(outcomes));
