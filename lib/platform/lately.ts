import { hash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { once } from "./once.ts";

/** So many texts are remembered, each by a hash of it, for some seconds: nobody's words stay for this. */
const [MOST, LENGTH] = [500, 5_000];

/**
 * The same work on texts, done once for those that many send within seconds, as in a storm. The work has to depend on
 * nothing but the text.
 */
export function lately<Answer extends object | boolean>(
  name: string,
  work: (text: string) => Answer,
): (text: string) => Answer {
  const known = once(name, () => new LRUCache<string, Answer>({ max: MOST, ttl: LENGTH }));
  return (text) => {
    // Of its very units: in UTF-8 all halves of a pair would be one.
    const key = hash("sha256", Buffer.from(text, "utf16le"), "base64");
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = work(text);
    known.set(key, answer);
    return answer;
  };
}
