import { withoutFrame } from "#lib/wording/frame";
import { linksIn, withoutUrls } from "#lib/wording/links";
import { normalise } from "#lib/wording/normalise";
import type { Reading } from "#lib/wording/plain";
import { isOnlyBoilerplate, withoutBoilerplate } from "./boilerplate.ts";

/** The claim in a message: normalised, without links and without what apps and people put around it when they forward. */
export const wordingOf = (text: string): Reading =>
  withoutBoilerplate(normalise(withoutUrls(withoutFrame(text))));

/** Whether a message says anything beside its links, what an app wrote around it, and the words that pass it on or ask about it. */
export function saysSomething(text: string): boolean {
  const unframed = withoutFrame(text);
  const unlinked = linksIn(unframed).reduce(
    (rest, { start, end }) => rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end),
    unframed,
  );
  return !isOnlyBoilerplate(normalise(withoutUrls(unlinked)).text);
}

/** A wording without the marks between its clauses and words. */
export const compact = (wording: string): string => wording.replace(/[\n ]/gu, "");

const virus = /(?:新型?冠状?(?:病毒)?|新型)(?:感染的)?肺炎|新型?冠状?病毒|新冠/gu;
const can = /可以|能够|可(?!能)|(?<!可)能|会/gu;
/** What may be left out of a wording without another meaning. */
export const particles = /[的了着吗呢吧啊呀]/gu;

/** One name for the virus. */
export const plainVirus = (wording: string): string => wording.replace(virus, "新冠");

/** A wording in its barest form: one name for the virus, one word for what can be, and no particles. */
export const bare = (wording: string): string =>
  plainVirus(compact(wording).replace(particles, "")).replace(can, "会");
