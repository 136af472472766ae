import { MatchIndex } from "#lib/matching/match-index";
import { meaningWords } from "#lib/matching/synonyms";
import { TEXT_LIMIT } from "#lib/platform/text";
import type { EvalSet } from "./read-set.ts";

/** What the costliest question that anybody may ask costs, by an ordinary one of the same length: processor time in ms. */
export type Hostile = { worst: string; hostile: number; ordinary: number; ratio: number };

/** A question made to be costly, and the claims that its sender has opened before. */
type Attack = { asked: string; claims: readonly string[]; links?: readonly string[] };

const [entries, claims, rounds] = [3000, 80, 7];
const claimLength = 1990;

/** Each attack among known claims in turn; an index of its own has what was opened for it. */
export function measureHostile({ pool }: EvalSet): Hostile {
  const prose = pool.map(({ title, body }) => title + body).join("");
  const ordinary = cpuOf(indexOf(pool), prose.slice(0, TEXT_LIMIT));
  const costs = Object.entries(attacksOn(prose)).map(([name, attack]) => {
    const index = indexOf(pool);
    for (const [number, claim] of attack.claims.entries()) open(index, number, claim, attack.links?.[number]);
    return { name, cost: cpuOf(index, attack.asked.slice(0, TEXT_LIMIT)) };
  });
  const worst = costs.reduce((most, one) => (one.cost > most.cost ? one : most));
  return { worst: worst.name, hostile: worst.cost, ordinary, ratio: worst.cost / ordinary };
}

function attacksOn(prose: string): Record<string, Attack> {
  const pick = pickWith(20231228);
  const mixed = (words: readonly string[], length = TEXT_LIMIT): string => {
    let text = "";
    while (text.length < length) text += pick(words);
    return text;
  };
  const shifted = (text: string) =>
    Array.from({ length: claims }, (_, number) => text.slice(number, number + claimLength));
  const alike = (asked: string): Attack => ({ asked, claims: shifted(asked) });
  const beginning = prose.slice(0, 250);
  const links = Array.from({ length: 4 * claims }, (_, number) => `http://a.cn/p${number}`);
  return {
    "what is known already": alike(prose),
    "few characters": alike(mixed(["停", "水", "电"])),
    "everyday words": alike(mixed(["我们", "他们", "昨天", "明天", "学校", "停课", "医院"])),
    "words with many others for them": alike(mixed(meaningWords.flat())),
    places: alike(mixed(["成都", "绵阳", "德阳", "四川", "武侯区", "高新区"])),
    days: alike(Array.from({ length: 1200 }, (_, at) => `${at % 99}月${(at * 7) % 99}`).join("")),
    figures: alike(Array.from({ length: 1500 }, (_, at) => `${at}例`).join("")),
    "denials without a pause": alike(mixed(["不停水", "没停电", "未停气", "无人管"])),
    "a quotation that nearly goes on": {
      asked: beginning + "停".repeat(TEXT_LIMIT),
      claims: shifted(beginning + "停停停停水".repeat(400)),
    },
    "many known links": {
      asked: `${links.slice(0, 3 * claims).join(" ")} ${mixed(["停", "水"])}`,
      claims: links.map(() => mixed(["停", "水", "电"], claimLength)),
      links,
    },
  };
}

function indexOf(pool: EvalSet["pool"]): MatchIndex {
  const index = new MatchIndex();
  for (const { id, title, body } of pool.slice(0, entries))
    index.add({ id, kind: "debunk", texts: { title, body } });
  return index;
}

/** A claim with the reports that were confirmed to say the same. */
function open(index: MatchIndex, number: number, title: string, link: string | undefined): void {
  const aliases = Array.from({ length: 10 }, (_, at) => title.slice(at, at + 150));
  index.add({ id: `hostile-${number}`, kind: "claim", texts: { title, aliases }, urls: link ? [link] : [] });
}

/** Of several rounds the least, for other work on the machine only adds to it. */
function cpuOf(index: MatchIndex, text: string): number {
  const times = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    index.search({ text }, 10);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

function pickWith(seed: number) {
  let state = seed;
  return (words: readonly string[]): string => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return words[Math.floor((state / 2 ** 32) * words.length)] ?? "";
  };
}
