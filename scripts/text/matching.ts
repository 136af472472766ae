import { isWorthShowing } from "#lib/matching/known-texts";
import type { Match } from "#lib/matching/match";
import type { MatchIndex } from "#lib/matching/match-index";
import { demoIndex, published } from "./demo-index.ts";
import { type Outcome, rateOf } from "./rate.ts";
import type { Cases, OutsideCase, PlainCase, VariantCase } from "./read-cases.ts";

/** What is taken for what, in an index as small as that of a new installation. */
export function measureMatching({ variants, unmatched, outside }: Cases) {
  const index = demoIndex();
  const asked = variants.map((variant) => ({ kind: variant[2], ...askVariant(index, variant) }));
  const others = asked.filter(({ kind }) => kind !== "same");
  const rewordings = asked.filter(({ kind }) => kind === "same");
  const shown = unmatched.map((text) => ({ ...text, best: bestFor(index, text.text) }));
  return {
    "variants called same": rateOf(others.map((one) => outcome(one, one.level === "same"))),
    "rewordings called same": rateOf(rewordings.map((one) => outcome(one, one.level === "same"))),
    "rewordings kept": rateOf(rewordings.map((one) => outcome(one, one.level !== null))),
    "unrelated shown": rateOf(shown.map((one) => unrelated(one, one.best !== undefined))),
    "unrelated at .50": rateOf(shown.map((one) => unrelated(one, (one.best?.score ?? 0) >= 0.5))),
    "unrelated called same": rateOf(shown.map((one) => unrelated(one, one.best?.level === "same"))),
    "right notice first": rateOf(measureOutside(index, outside)),
  };
}

type Asked = { kind: string; known: string; text: string; level: string | null };

/** The demo has the known claim already, or gets it for this question. */
function askVariant(index: MatchIndex, [known, text]: VariantCase): Omit<Asked, "kind"> {
  const there = published.find(({ wording, notice }) => wording === known || notice.title === known)?.id;
  const id = there ?? "the known claim";
  if (!there) index.add({ id, kind: "debunk", texts: { title: known } });
  const found = index.search({ text }).filter(isWorthShowing);
  if (!there) index.remove(id);
  return { known, text, level: found.find((match) => match.id === id)?.level ?? null };
}

const outcome = ({ kind, known, text, level }: Asked, isHit: boolean): Outcome => ({
  kind,
  isHit,
  said: `${known} | ${text} → ${level ?? "nothing"}`,
});

/** What a question is answered with. */
export const bestFor = (index: MatchIndex, text: string): Match | undefined =>
  index.search({ text }).filter(isWorthShowing)[0];

const unrelated = (
  { kind, text, best }: PlainCase & { best: Match | undefined },
  isHit: boolean,
): Outcome => ({
  kind,
  isHit,
  said: `${text} → ${best ? `${best.id} ${best.level} ${best.score.toFixed(2)}` : "nothing"}`,
});

/** Adds notices from elsewhere. */
export function indexOutside(index: MatchIndex, outside: readonly OutsideCase[]): void {
  for (const { id, title, body } of outside) index.add({ id, kind: "debunk", texts: { title, body } });
}

/** What others asked about the claims of the demo, beside the first who did. */
export const othersOfDemo = (): { id: string; text: string }[] =>
  published.flatMap(({ id, reports }) => reports.slice(1).flatMap(({ text }) => (text ? { id, text } : [])));

function measureOutside(index: MatchIndex, outside: readonly OutsideCase[]): Outcome[] {
  indexOutside(index, outside);
  return outside.flatMap(({ id, q1, q2 }) =>
    Object.entries({ "like a post": q1, short: q2 }).map(([kind, text]) => {
      const best = bestFor(index, text);
      return { kind, isHit: best?.id === id, said: `${text} → ${best?.id ?? "nothing"} instead of ${id}` };
    }),
  );
}
