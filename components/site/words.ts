/** Words by their names, in areas within areas. */
export type Words = { [name: string]: string | Words };

/** Both, where they have the same areas. */
export function mergeWords(one: Words, other: Words): Words {
  const merged = { ...one };
  for (const [name, words] of Object.entries(other)) {
    const before = merged[name];
    merged[name] =
      typeof before === "object" && typeof words === "object" ? mergeWords(before, words) : words;
  }
  return merged;
}
