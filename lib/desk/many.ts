/** Nobody at the desk needs to know of how many more there are. */
export const MANY = 1000;

/** A count as it is shown; one that reached `MANY` was not counted to its end. */
export const shownCount = (count: number): string => (count < MANY ? String(count) : `${MANY - 1}+`);
