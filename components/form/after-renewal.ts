import { type RefObject, useEffect } from "react";
import { typedIn } from "#lib/web/form";
import { controlsOf, fillControls } from "./keep.ts";

/** Where a tab keeps a form while its page is loaded anew. */
export const renewalKey = (id: string): string => `renewed ${id}`;

/** Loads the page anew, and keeps for it what stands in a form; of this tab alone. */
export function renewPage(id: string, form: HTMLFormElement): void {
  sessionStorage.setItem(renewalKey(id), JSON.stringify(typedIn(new FormData(form))));
  location.reload();
}

/** Puts back what stood in the form before its page was loaded anew. */
export function useAfterRenewal(id: string, form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const kept = sessionStorage.getItem(renewalKey(id));
    if (kept === null || !form.current) return;
    sessionStorage.removeItem(renewalKey(id));
    const typed = JSON.parse(kept);
    const controls = controlsOf(form.current).filter(({ name }) => name in typed);
    fillControls(form.current, controls, typed);
  }, [id, form]);
}
