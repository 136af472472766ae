import { withoutBoilerplate } from "./boilerplate.ts";
import { type Normalised, normalise } from "./normalise.ts";
import { withoutUrls } from "./urls.ts";

/** The claim in a message: normalised, without links and without what forwarding put around it. */
export const wordingOf = (text: string): Normalised => withoutBoilerplate(normalise(withoutUrls(text)));

/** A wording without the marks between its clauses and words. */
export const compact = (wording: string): string => wording.replace(/[\n ]/gu, "");
