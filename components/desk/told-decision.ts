"use client";

import { createContext, type Dispatch, type SetStateAction, use } from "react";
import type { BatchOutcome } from "#lib/routing/decide-many";
import type { FormAction } from "#lib/web/form";

/** A decision of one's own: about one claim with what it was in words, or about many. */
export type Told = { eventId: string; words: string } | { batch: BatchOutcome };

type Tell = Dispatch<SetStateAction<Told | null>>;

export const ToldContext = createContext<Tell>(() => {});

/** Tells what somebody has just decided, wherever at the desk that was; null takes it out of sight. */
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
