"use client";

import { createContext, type Dispatch, type ReactNode, type SetStateAction, use } from "react";
import type { FormAction } from "#lib/web/form";

/** A decision of one's own: what it is known by, and what is shown of it. */
export type Told = { about: Readonly<Record<string, string>>; node: ReactNode };

type Tell = Dispatch<SetStateAction<Told | null>>;

export const ToldContext = createContext<Tell>(() => {});

/** Shows what somebody has just decided, wherever at the desk they go on; null takes it out of sight. */
export const useTell = (): Tell => use(ToldContext);

/**
 * The action, telling what came of it where it was accepted: the page that it leads to may no longer have the form. On the
 * server it is the action itself, so that the form can be sent without scripts.
 */
export function telling<Given>(action: FormAction<Given>, tell: (outcome: Given) => void): FormAction<Given> {
  if (typeof window === "undefined") return action;
  return async (previous, formData) => {
    const state = await action(previous, formData);
    if (state.outcome !== null && state.typed === null) tell(state.outcome);
    return state;
  };
}
