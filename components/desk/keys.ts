const SETTING = "desk-keys";

/** Whether single keys act; somebody who dictates, or whose keyboard stutters, can turn them off. */
export const areKeysOn = () => localStorage.getItem(SETTING) !== "off";
export const setKeysOn = (on: boolean) =>
  on ? localStorage.removeItem(SETTING) : localStorage.setItem(SETTING, "off");

/** Whether keys are text just now, or belong to an open dialog or menu. */
export function areKeysText({ target }: KeyboardEvent): boolean {
  if (document.querySelector('[role="dialog"]')) return true;
  if (!(target instanceof Element)) return false;
  if (target.matches('input:is([type="radio"], [type="checkbox"])')) return false;
  return target.closest('input, textarea, select, [contenteditable="true"], [role="menu"]') !== null;
}

/** Presses, opens or focuses whatever on the page bears the key; false when nothing does. */
export function press(key: string): boolean {
  if (key === "j" || key === "k") return step(key === "j" ? 1 : -1);
  const bearer = [...document.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)].find(
    (element) => element.checkVisibility(),
  );
  if (!bearer) return false;
  if (bearer instanceof HTMLButtonElement || bearer instanceof HTMLAnchorElement) bearer.click();
  else if (bearer.tagName === "SUMMARY") open(bearer);
  else bearer.focus();
  return true;
}

function open(summary: HTMLElement) {
  const details = summary.parentElement;
  if (!(details instanceof HTMLDetailsElement)) return;
  details.open = true;
  const first = details.querySelector<HTMLElement>(
    ':is(input:not([type="hidden"]), textarea, select, button):not(:disabled)',
  );
  (first ?? summary).focus();
}

/** Moves along the rows of the list on the page, from the one in focus or the one that is open. */
function step(by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")].filter((row) =>
    row.checkVisibility(),
  );
  const focused = document.activeElement instanceof HTMLElement ? rows.indexOf(document.activeElement) : -1;
  const here = focused >= 0 ? focused : rows.findIndex((row) => row.hasAttribute("aria-current"));
  const next = here < 0 ? rows[0] : (rows[here + by] ?? rows[here]);
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
  return next !== undefined;
}
