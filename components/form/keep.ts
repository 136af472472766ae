import { now } from "#lib/platform/clock";
import type { Typed } from "#lib/web/form";

/** What was typed and not sent yet, as this browser keeps it. */
type Kept = { at: string; typed: Typed };

/** For how long: until it was sent, or no longer than the tab is open, where the next one at the device may be somebody else. */
type Where = "browser" | "tab";

const storeOf = (where: Where): Storage => (where === "tab" ? sessionStorage : localStorage);

/** Keeps what was typed in this browser, so that it survives a reload, a lost network or an ended session. */
export function keepTyped(key: string, typed: Typed, where: Where = "browser"): void {
  const kept: Kept = { at: now().toISOString(), typed };
  try {
    storeOf(where).setItem(key, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing still has the form.
  }
}

/** It was sent, or is no longer wanted. */
export function forgetTyped(key: string, where: Where = "browser"): void {
  try {
    storeOf(where).removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

/** What was typed here before, if there is anything that can be read; what is older than it may be is forgotten. */
export function findTyped(
  key: string,
  where: Where = "browser",
  longest = Number.POSITIVE_INFINITY,
): Kept | null {
  try {
    const kept: Partial<Kept> | null = JSON.parse(storeOf(where).getItem(key) ?? "null");
    if (!kept?.typed || !kept.at) return null;
    if (now().getTime() - new Date(kept.at).getTime() <= longest) return { at: kept.at, typed: kept.typed };
    forgetTyped(key, where);
    return null;
  } catch {
    return null;
  }
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The controls of a form that somebody fills in. */
export const controlsOf = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter(
    (control): control is Control =>
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement ||
      (control instanceof HTMLInputElement && control.type !== "hidden"),
  );

/** Whether something stands in a control that the page did not come with: it was typed before the scripts were there. */
export const isTyped = (control: Control): boolean =>
  !(control instanceof HTMLSelectElement) && control.value !== control.defaultValue;

/** Puts what was typed into controls again; whoever listens to the form hears of it. */
export function fillControls(form: HTMLFormElement, controls: readonly Control[], typed: Typed): void {
  for (const control of controls) {
    const values = typed[control.name] ?? [];
    const isTick = control instanceof HTMLInputElement && control.type === "checkbox";
    if (isTick) control.checked = values.includes(control.value);
    else control.value = values[0] ?? "";
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
}
