"use client";

import { useCallback, useEffect, useReducer } from "react";
import { useLanguage } from "#components/ui/language";
import { ANSWER_WITHIN } from "#lib/answers/bounds";
import type { Match } from "#lib/answers/match-schema";
import { apiHref } from "#lib/i18n/addresses";
import type { Locale } from "#lib/i18n/locale";
import type { Asked } from "#lib/intake/fingerprint";
import { hiddenFor, hideFor } from "./hidden-matches.ts";
import { type MatchRequest, nothingKnown, reduceMatches, shownMatches } from "./known-matches.ts";

/** What a form asks at this moment. */
export function questionIn(form: HTMLFormElement): Asked {
  const fields = new FormData(form);
  const typed = (name: string) => fields.getAll(name).filter((value) => typeof value === "string");
  const isReading = form.querySelector("[data-reading]") !== null;
  return { text: typed("text")[0], links: typed("links")[0], uploadIds: typed("uploadIds"), isReading };
}

/**
 * What is known about what is being typed. Asks when the typing rests, drops the question that was asked before, and
 * gives up after two seconds: then the form goes on without an answer.
 */
export function useLiveMatches() {
  const { locale } = useLanguage();
  const [known, tell] = useReducer(reduceMatches, nothingKnown);
  const { question, asked, text, isDown, refused, isReading } = known;
  useEffect(() => {
    if (!question) return;
    const { asked, request, pause } = question;
    return inquire(request, locale, pause, ({ matches, refused }) => {
      const hidden = hiddenFor(asked);
      const shown = matches?.filter(({ id }) => !hidden.includes(id)) ?? null;
      tell({ type: "answered", asked, matches: shown, refused });
    });
  }, [question, locale]);

  const ask = useCallback(
    (question: Asked, when: "at rest" | "now" = "at rest") =>
      tell({ type: when === "now" ? "pressed" : "typed", question }),
    [],
  );
  const hold = () => tell({ type: "composing" });
  const hide = (id: string) => {
    hideFor(asked, id);
    tell({ type: "hidden", id });
  };
  return {
    asked,
    text,
    isDown,
    refused,
    isReading,
    matches: shownMatches(known),
    isAsking: question !== null,
    ask,
    hold,
    hide,
  };
}

/** What came back: matches, or why there are none in the server's words; neither, for whatever other reason. */
type Answer = { matches: Match[] | null; refused?: string };

/** Asks after a pause; gives back how to stop. */
function inquire(
  question: MatchRequest,
  locale: Locale,
  pause: number,
  tell: (answer: Answer) => void,
): () => void {
  const controller = new AbortController();
  let isStopped = false;
  let timer = setTimeout(async () => {
    timer = setTimeout(() => controller.abort(), ANSWER_WITHIN);
    const answer = await fetchMatches(question, locale, controller.signal).catch(() => ({ matches: null }));
    clearTimeout(timer);
    if (!isStopped) tell(answer);
  }, pause);
  return () => {
    isStopped = true;
    clearTimeout(timer);
    controller.abort();
  };
}

async function fetchMatches(question: MatchRequest, locale: Locale, signal: AbortSignal): Promise<Answer> {
  const answer = await fetch(apiHref("/match"), {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": locale },
    body: JSON.stringify(question),
    signal,
  });
  if (!answer.ok && answer.status !== 422) return { matches: null };
  const { matches, errors }: { matches?: Match[]; errors?: { message: string }[] } = await answer.json();
  return { matches: Array.isArray(matches) ? matches : null, refused: errors?.[0]?.message };
}
