import { averageLink, type Link } from "./average-link.ts";
import { conflict, denies, type Facts, factsOf, isTemplate } from "./facts.ts";
import { inOrder } from "./order.ts";
import { dot } from "./score.ts";
import { unitsOf } from "./terms.ts";
import { neighbours, rareCosine, telling, type Vector, vectorsOf } from "./vectors.ts";
import { compact, wordingOf } from "./wording.ts";

/** Texts less alike than this are not compared further, nor with more than so many. */
const [least, most] = [0.07, 40];
/** Two texts of up to this length each, by the geometric mean, are titles or questions; others are posts. */
const short = 30;
/** Longer texts name so much that one difference says little. */
const shortEnoughToDiffer = 40;

/**
 * Fitted on the titles and on the posts of eval/dev/grouping.jsonl, logistic: among posts that resemble each other at
 * all most tell one rumor, of titles few do. For posts the cosines and the length added nothing on held-out rumors.
 */
const weightsOfShort = [-14.99, 11.44, -0.35, 6.9, 4.18, 0.83, 0, -2.72, -1.97];
const weightsOfLong = [-1.8, 0, 0, 7.74, -1.78, 0, -1.15, 0, 0];
/** How probable it must be on average that two members of two groups make one claim. */
const probable = 0.3;

interface Told {
  text: string;
  units: Uint16Array;
  facts: Facts;
  vector: Vector;
}

/**
 * Groups texts that make the same claim; other places, days, figures or things speak for another one. Returns the
 * positions of the texts, a list for each group, first come first.
 */
export function group(texts: readonly string[]): number[][] {
  const wordings = texts.map((text) => wordingOf(text).text);
  const vectors = vectorsOf(wordings);
  const told = wordings.map((wording, at): Told => {
    const text = compact(wording);
    const vector = vectors[at] ?? { weights: new Map(), cubes: 0 };
    return { text, units: unitsOf(text), facts: factsOf(wording), vector };
  });
  const weightOf = unitWeights(told);
  const links = neighbours(vectors, least, most).flatMap((others, at) =>
    others.flatMap(([other, cosine]): Link[] => {
      const [one, two] = [told[at], told[other]];
      return one && two ? [[at, other, chance(one, two, cosine, weightOf)]] : [];
    }),
  );
  const groups = averageLink(texts.length, links, probable);
  for (const members of groups) members.sort((one, other) => one - other);
  return groups.sort(([one = 0], [other = 0]) => one - other);
}

/** How telling a character is among some texts. */
function unitWeights(told: readonly Told[]): (unit: number) => number {
  const frequency = new Map<number, number>();
  for (const { units } of told) {
    for (const unit of new Set(units)) frequency.set(unit, (frequency.get(unit) ?? 0) + 1);
  }
  return (unit) => telling(frequency.get(unit) ?? 1, told.length);
}

/** The chance that two texts make one claim. */
function chance(one: Told, other: Told, cosine: number, weightOf: (unit: number) => number): number {
  const [less, more] = one.text.length <= other.text.length ? [one, other] : [other, one];
  const brief = less.text.length <= shortEnoughToDiffer;
  const contradict = conflict(one.facts, other.facts);
  if (brief && contradict) return 0;
  const features = [
    1,
    rareCosine(one.vector, other.vector),
    cosine,
    inOrder(more.units, less.units, weightOf).share,
    inOrder(less.units, more.units, weightOf).share,
    Math.log1p(less.text.length),
    contradict ? 1 : 0,
    brief && isTemplate(one.text, other.text) ? 1 : 0,
    denies(one.text, other.text) ? 1 : 0,
  ];
  const length = Math.sqrt(one.text.length * other.text.length);
  return 1 / (1 + Math.exp(-dot(features, length <= short ? weightsOfShort : weightsOfLong)));
}
