import { MatchIndex } from "#lib/matching/match-index";
import { linksIn } from "#lib/wording/links";
import { rateOf } from "./rate.ts";
import type { Cases } from "./read-cases.ts";

/** Whether a second question with a link is taken for the first, and which links are read out of a field. */
export function measureLinks({ links, linkFields }: Cases) {
  const tried = links.map(({ id, first, then, want }) => {
    const index = new MatchIndex();
    index.add({ id, kind: "claim", texts: { title: first.text ?? "" }, urls: addresses(first) });
    const [best] = index.search({ text: then.text ?? "", urls: addresses(then) });
    const level = best?.level ?? "nothing";
    return { want, kind: id.split("-")[0] ?? id, isSame: level === "same", said: `${id} → ${level}` };
  });
  const of = (wanted: string) => tried.filter(({ want }) => want === wanted);
  return {
    "same page joined": rateOf(of("same").map((one) => ({ ...one, isHit: one.isSame }))),
    "other page kept apart": rateOf(of("not-same").map((one) => ({ ...one, isHit: !one.isSame }))),
    "links of a field": rateOf(
      linkFields.map(({ id, links, want }) => {
        const found = linksIn(links).map(({ address }) => address);
        return { kind: id, isHit: found.join(" ") === want.join(" "), said: `${links} → ${found.join(" ")}` };
      }),
    ),
  };
}

const addresses = ({ url, urls = [] }: { url?: string; urls?: string[] }): string[] =>
  url ? [url, ...urls] : urls;
