/** Pairs of characters that follow one another joined to the runs that people read: 自来, 来水 become 自来水. */
export function readableWords(tokens: readonly string[]): string[] {
  const runs: string[] = [];
  for (const token of tokens) {
    const last = runs.at(-1);
    if (last && token.length > 1 && last.endsWith(token.slice(0, 1)))
      runs[runs.length - 1] = last + token.slice(1);
    else runs.push(token);
  }
  const words = runs.filter((run) => [...run].length > 1);
  return (words.length > 0 ? words : runs).toSorted((a, b) => b.length - a.length).slice(0, 4);
}
