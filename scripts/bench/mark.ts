/** What a published text says of its number, so that readers see which one they have. */
export const markOf = (number: number): string => `A${String(number).padStart(4, "0")}Z`;

/** The highest number that a page says; it may name earlier ones as well. */
export const numberIn = (page: string): number =>
  Math.max(-1, ...[...page.matchAll(/A(\d{4})Z/g)].map(([, digits]) => Number(digits)));
