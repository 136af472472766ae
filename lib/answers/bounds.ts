/** How many answers a question gets: beside a form, when nothing is said, and at most. */
export const answersShown = { form: 3, usually: 5, most: 20 } as const;

/** Whoever asks goes on without an answer after this time (ui.md, "as you type"). */
export const ANSWER_WITHIN = 2_000;
/** Whoever files a report has it filed after this time, with an answer or without. */
export const FILING_WITHIN = 100;
