import { unstable_isUnrecognizedActionError as isUnrecognized } from "next/navigation";
import { type FormAction, type Lost, typedIn } from "#lib/web/form";

/**
 * The action as a browser sends it. A network that is gone, and a server that was renewed since the page was opened, are
 * answers like others: the form stays with all that was typed.
 */
export function overNetwork<Given>(action: FormAction<Given>): FormAction<Given> {
  return async (previous, formData) => {
    try {
      return await action(previous, formData);
    } catch (error) {
      const refused = lostFor(error);
      if (refused === null) throw error;
      return { typed: typedIn(formData), errors: {}, outcome: null, refused };
    }
  };
}

function lostFor(error: unknown): Lost | null {
  if (isUnrecognized(error)) return "RENEWED";
  // What a fetch that reaches nobody throws; each browser has other words for it.
  return error instanceof TypeError || !navigator.onLine ? "OFFLINE" : null;
}
