import { dot } from "#lib/matching/score";

/** A question's candidates: the features of each, and whether it is right. */
export interface Choice {
  candidates: { x: number[]; right: boolean }[];
  weight: number;
}

/** One answer: its features, and whether it is right. */
export interface Answer {
  x: number[];
  right: boolean;
  weight: number;
}

/** Weights that make the right candidates likely: softmax with weight decay on features of equal spread, by Adam. */
export function fitChoices(choices: readonly Choice[], decay = 3, steps = 500): number[] {
  const spreads = spreadsOf(choices.flatMap(({ candidates }) => candidates.map(({ x }) => x)));
  const scaled = choices.map(({ candidates, weight }) => ({
    candidates: candidates.map(({ x, right }) => ({
      x: x.map((value, at) => value / (spreads[at] ?? 1)),
      right,
    })),
    weight,
  }));
  const weights = spreads.map(() => 0);
  const [mean, square] = [weights.slice(), weights.slice()];
  for (let step = 1; step <= steps; step++) {
    for (const [at, slope] of choiceSlopes(scaled, weights).entries()) {
      const gradient = (slope + decay * (weights[at] ?? 0)) / choices.length;
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * gradient;
      square[at] = 0.99 * (square[at] ?? 0) + 0.01 * gradient ** 2;
      const unbiased = (mean[at] ?? 0) / (1 - 0.9 ** step);
      const size = Math.sqrt((square[at] ?? 0) / (1 - 0.99 ** step)) + 1e-8;
      weights[at] = (weights[at] ?? 0) - (0.05 * unbiased) / size;
    }
  }
  return weights.map((weight, at) => weight / (spreads[at] ?? 1));
}

/** What the wrong candidates take from the right ones. */
function choiceSlopes(choices: readonly Choice[], weights: readonly number[]): number[] {
  const slopes = weights.map(() => 0);
  for (const { candidates, weight } of choices) {
    const scores = candidates.map(({ x }) => dot(x, weights));
    const top = Math.max(...scores);
    const raised = scores.map((score) => Math.exp(score - top));
    const all = raised.reduce((sum, value) => sum + value, 0);
    const right = raised.reduce((sum, value, at) => sum + (candidates[at]?.right ? value : 0), 1e-12);
    for (const [at, one] of candidates.entries()) {
      const value = raised[at] ?? 0;
      const pull = weight * (value / all - (one.right ? value / right : 0));
      for (let feature = 0; feature < slopes.length; feature++) {
        slopes[feature] = (slopes[feature] ?? 0) + pull * (one.x[feature] ?? 0);
      }
    }
  }
  return slopes;
}

/** Weights of a logistic chance, the first feature being constant: Newton's steps, with weight decay but for that one. */
export function fitAnswers(answers: readonly Answer[], decay = 3): number[] {
  const spreads = spreadsOf(answers.map(({ x }) => x)).map((spread, at) => (at === 0 ? 1 : spread));
  const rows = answers.map((one) => ({ ...one, x: one.x.map((value, at) => value / (spreads[at] ?? 1)) }));
  const weights = spreads.map(() => 0);
  for (let step = 0; step < 25; step++) {
    const slopes = weights.map((weight, at) => (at === 0 ? 0 : decay * weight));
    const curves = weights.map((_, row) => weights.map((_, at) => (row === at && row > 0 ? decay : 1e-9)));
    for (const { x, right, weight } of rows) {
      const chance = 1 / (1 + Math.exp(-dot(x, weights)));
      for (const [row, value] of x.entries()) {
        slopes[row] = (slopes[row] ?? 0) + weight * (chance - (right ? 1 : 0)) * value;
        const curve = curves[row] ?? [];
        const bend = weight * chance * (1 - chance) * value;
        for (const [at, other] of x.entries()) curve[at] = (curve[at] ?? 0) + bend * other;
      }
    }
    for (const [at, move] of solved(curves, slopes).entries()) weights[at] = (weights[at] ?? 0) - move;
  }
  return weights.map((weight, at) => weight / (spreads[at] ?? 1));
}

/** Solves a system of linear equations by elimination. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  for (const [at, pivot] of rows.entries()) {
    const head = pivot[at] || 1e-12;
    for (const row of rows) {
      if (row === pivot) continue;
      const share = (row[at] ?? 0) / head;
      for (let column = at; column < row.length; column++) {
        row[column] = (row[column] ?? 0) - share * (pivot[column] ?? 0);
      }
    }
  }
  return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] || 1e-12));
}

/** How widely each feature is spread. */
function spreadsOf(rows: readonly (readonly number[])[]): number[] {
  return (rows[0] ?? []).map((_, at) => {
    const values = rows.map((row) => row[at] ?? 0);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    return Math.sqrt(square) || 1;
  });
}
