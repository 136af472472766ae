import { pressElement } from "./keys.ts";

/** Something that can be done on the page: what it is called, its key, and how it is done. */
export type PageAction = { label: string; key: string; run: () => void };

/** Everything on the page that bears a key and is in sight, by its own words. */
export function listPageActions(): PageAction[] {
  const bearers = [...document.querySelectorAll<HTMLElement>("[data-key]")].filter(
    (bearer) => bearer.checkVisibility() && wordsOf(bearer) !== "",
  );
  // Of several with one key the first has it.
  const byKey = new Map(bearers.toReversed().map((bearer) => [bearer.dataset.key ?? "", bearer]));
  return [...byKey]
    .map(([key, bearer]) => ({ label: wordsOf(bearer), key, run: () => pressElement(bearer) }))
    .toReversed();
}

/** What is read of it, without its key. */
function wordsOf(bearer: HTMLElement): string {
  const copy = bearer.cloneNode(true) as HTMLElement;
  for (const hidden of copy.querySelectorAll("[aria-hidden]")) hidden.remove();
  const label = bearer.id && document.querySelector(`label[for="${CSS.escape(bearer.id)}"]`);
  return ((label || copy).textContent ?? "").replace(/\s+/g, " ").trim();
}
