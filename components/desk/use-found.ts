import { useEffect, useState } from "react";
import { overNetwork } from "#components/form/over-network.ts";
import type { Found } from "#lib/desk/find-anything";
import { type FormAction, idle } from "#lib/web/form";

/** So long after the last key the server is asked, in milliseconds. */
const SETTLED = 150;
const nothing: Found = { claims: [], members: [] };

/** What the server finds for the words, as soon as nobody types; only the answer to the last words counts. */
export function useFound(
  action: FormAction<Found> | null,
  words: string,
): { found: Found; isLooking: boolean } {
  const [answer, setAnswer] = useState<{ words: string; found: Found }>({ words: "", found: nothing });
  useEffect(() => {
    if (words === "" || !action) return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const asked = new FormData();
      asked.set("q", words);
      const { outcome } = await overNetwork(action)(idle, asked);
      if (isCurrent) setAnswer({ words, found: outcome ?? nothing });
    }, SETTLED);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [action, words]);
  const isAnswered = words === "" || !action || answer.words === words;
  // What was found for fewer letters stands until the next answer, so that nothing flickers.
  return { found: words === "" ? nothing : answer.found, isLooking: !isAnswered };
}
