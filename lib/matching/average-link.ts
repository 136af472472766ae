/** A pair of numbers, and how strongly it belongs together. */
export type Link = [one: number, other: number, strength: number];

/**
 * Groups the numbers below a count: the two groups with the highest mean strength between their members are joined, as
 * long as it reaches the least. A pair without a link counts as 0, so one wrong link does not join two crowds.
 */
export function averageLink(count: number, links: readonly Link[], least: number): number[][] {
  const groups = Array.from({ length: count }, (_, at): number[] | null => [at]);
  /** Between groups the sum of strengths. */
  const sums = groups.map(() => new Map<number, number>());
  for (const [one, other, strength] of links) {
    sums[one]?.set(other, strength);
    sums[other]?.set(one, strength);
  }
  const nearest = groups.map((_, at) => nearestTo(at, groups, sums));
  for (;;) {
    let best = -1;
    for (let at = 0; at < count; at++) {
      if (groups[at] && (nearest[at]?.mean ?? 0) > (nearest[best]?.mean ?? 0)) best = at;
    }
    const [found, home] = [nearest[best], groups[best]];
    const other = found && groups[found.group];
    if (!found || !home || !other || found.mean < least) break;
    groups[best] = [...home, ...other];
    groups[found.group] = null;
    for (const [third, sum] of sums[found.group] ?? []) {
      sums[third]?.delete(found.group);
      if (third === best) continue;
      const joined = (sums[best]?.get(third) ?? 0) + sum;
      sums[best]?.set(third, joined);
      sums[third]?.set(best, joined);
    }
    nearest[best] = nearestTo(best, groups, sums);
    for (const third of sums[best]?.keys() ?? []) nearest[third] = nearestTo(third, groups, sums);
  }
  return groups.filter((group) => group !== null);
}

function nearestTo(
  at: number,
  groups: readonly (readonly number[] | null)[],
  sums: readonly ReadonlyMap<number, number>[],
): { group: number; mean: number } {
  let best = { group: -1, mean: 0 };
  for (const [group, sum] of sums[at] ?? []) {
    const mean = sum / ((groups[at]?.length ?? 1) * (groups[group]?.length ?? 1));
    if (mean > best.mean) best = { group, mean };
  }
  return best;
}
