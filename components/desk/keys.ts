const SETTING = "desk-keys";

/** Whether single keys act; somebody who dictates, or whose keyboard stutters, can turn them off. */
export const areKeysOn = () => localStorage.getItem(SETTING) !== "off";
export const setKeysOn = (on: boolean) =>
  on ? localStorage.removeItem(SETTING) : localStorage.setItem(SETTING, "off");

/** Whether keys belong to an open dialog. */
export const isDialogOpen = (): boolean => document.querySelector('[role="dialog"]') !== null;

/** Whether keys are text just now, or belong to a menu. */
export function areKeysText({ target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.matches('input:is([type="radio"], [type="checkbox"])')) return false;
  return target.closest('input, textarea, select, [contenteditable="true"], [role="menu"]') !== null;
}

/** Presses, opens or focuses whatever on the page bears the key; false when nothing does. */
export function press(key: string): boolean {
  if (key === "j" || key === "k") return step(key === "j" ? 1 : -1);
  if ((key === "x" || key === "X") && tick(key === "X")) return true;
  const bearer = [...document.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)].find(
    // Of several things to tick the next one bears it.
    (element) => element.checkVisibility() && !isTicked(element),
  );
  if (bearer) pressElement(bearer);
  return bearer !== undefined;
}

/** Presses, opens or focuses it, whatever it is. */
export function pressElement(bearer: HTMLElement) {
  if (bearer.tagName === "SUMMARY") open(bearer);
  else goTo(bearer);
  if (bearer.matches("button, a, input[type=checkbox]")) bearer.click();
}

const isTicked = (element: HTMLElement): boolean =>
  element instanceof HTMLInputElement && element.type === "checkbox" && element.checked;

/** Closes what a key opened, and goes back to where it is opened; false when the focus is in nothing of the kind. */
export function close({ target }: KeyboardEvent): boolean {
  const details = target instanceof Element ? target.closest("details[open]:has(> [data-key])") : null;
  const summary = details?.querySelector<HTMLElement>(":scope > summary");
  if (!summary) return false;
  details?.removeAttribute("open");
  goTo(summary);
  return true;
}

/** Sends the form of a list when Enter is pressed on it, as it does in a line of text. */
export function sendFrom({ target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLSelectElement) || !target.form) return false;
  // Of a form with several decisions the one that the list belongs to.
  const among = target.closest("details") ?? target.form;
  const button = among.querySelector<HTMLButtonElement>('button[type="submit"]:enabled');
  target.form.requestSubmit(button?.form === target.form ? button : null);
  return true;
}

function goTo(element: HTMLElement) {
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest" });
}

const CONTROLS = ':is(input:not([type="hidden"]), textarea, select, button, summary):not(:disabled)';

/** Unfolds it in sight, with the focus on the first thing that can be done in it. */
function open(summary: HTMLElement) {
  const details = summary.parentElement;
  if (!(details instanceof HTMLDetailsElement)) return;
  details.open = true;
  const box = firstBox(summary.dataset.boxes);
  if (box) return goTo(box);
  details.scrollIntoView({ block: "nearest" });
  const [first] = [...details.querySelectorAll<HTMLElement>(CONTROLS)].filter(
    (control) => control !== summary && control.checkVisibility(),
  );
  const checked =
    first instanceof HTMLInputElement && first.type === "radio"
      ? details.querySelector<HTMLElement>(`[name="${CSS.escape(first.name)}"]:checked`)
      : null;
  goTo(checked ?? first ?? summary);
}

/** The first of the boxes that are to be ticked; none once one is. */
function firstBox(name: string | undefined): HTMLInputElement | null {
  const boxes = name ? [...document.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)] : [];
  return boxes.some(({ checked }) => checked) ? null : (boxes[0] ?? null);
}

/** Ticks the row in focus, or all from the last one that was ticked; false where there is nothing to tick. */
function tick(isRange: boolean): boolean {
  const row = document.activeElement?.closest("li");
  const box = row?.querySelector('input[type="checkbox"][name="claims"]');
  if (!box) return pick(row?.querySelector<HTMLAnchorElement>("a[data-row]"));
  box.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, shiftKey: isRange }));
  return true;
}

const PICKED = "desk-picked";

/** Goes where there are boxes, and keeps in mind which row is to be ticked there. */
function pick(row: HTMLAnchorElement | null | undefined): boolean {
  const link = document.querySelector<HTMLElement>("a[data-picks]");
  if (!link) return false;
  if (row) sessionStorage.setItem(PICKED, row.pathname);
  link.click();
  return true;
}

/** Ticks the row that was in focus where there were no boxes yet, and puts the focus on it again. */
export function tickPicked(list: HTMLElement): void {
  const picked = sessionStorage.getItem(PICKED);
  sessionStorage.removeItem(PICKED);
  const row = [...list.querySelectorAll<HTMLAnchorElement>("a[data-row]")].find(
    ({ pathname }) => pathname === picked,
  );
  if (!row) return;
  goTo(row);
  tick(false);
}

/** Moves along the rows of the list on the page, from the one in focus or the one that is open. */
function step(by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")].filter((row) =>
    row.checkVisibility(),
  );
  const focused = document.activeElement instanceof HTMLElement ? rows.indexOf(document.activeElement) : -1;
  const here = focused >= 0 ? focused : rows.findIndex((row) => row.hasAttribute("aria-current"));
  const next = here < 0 ? rows[0] : (rows[here + by] ?? rows[here]);
  if (next) goTo(next);
  return next !== undefined;
}
