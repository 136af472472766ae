"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useLanguage } from "#components/ui/language";
import { ANSWER_WITHIN, answersShown } from "#lib/answers/bounds";
import type { Match } from "#lib/answers/match-schema";
import type { Locale } from "#lib/i18n/locale";
import { type Asked, fingerprintOf } from "#lib/intake/fingerprint";
import { lengthOf, TEXT_LIMIT } from "#lib/platform/text";
import { linksIn } from "#lib/wording/links";
import { hiddenFor, hideFor } from "./hidden-matches.ts";

/** How long the typing must rest, so that the answer stands there within 300 ms. */
const PAUSE = 200;
const FEWEST = 4;
/** The form stays in sight; a few more are asked for, in case some are hidden. */
const SHOWN = answersShown.form;

/** What a form asks at this moment. */
export function questionIn(form: HTMLFormElement): Asked {
  const fields = new FormData(form);
  const typed = (name: string) => fields.getAll(name).filter((value) => typeof value === "string");
  return { text: typed("text")[0], links: typed("links")[0], uploadIds: typed("uploadIds") };
}

type Known = {
  /** The question that the matches are about. */
  asked: string;
  text: string;
  all: readonly Match[];
  isDown: boolean;
};

const nothing: Known = { asked: "", text: "", all: [], isDown: false };

/**
 * What is known about what is being typed. Asks when the typing rests, drops the question that was asked before, and
 * gives up after two seconds: then the form goes on without an answer.
 */
export function useLiveMatches() {
  const { locale } = useLanguage();
  const [known, setKnown] = useState(nothing);
  const [isAsking, setAsking] = useState(false);
  const wanted = useRef("");
  const stop = useRef(() => {});
  useEffect(() => () => stop.current(), []);

  const ask = useCallback(
    (question: Asked, when: "at rest" | "now" = "at rest") => {
      const asked = fingerprintOf(question);
      if (asked === wanted.current && when === "at rest") return;
      stop.current();
      wanted.current = asked;
      const sent = toRequest(question, when === "now" ? 1 : FEWEST);
      setAsking(sent !== null);
      if (!sent) return setKnown(nothing);
      const tell = (matches: Match[] | null) => {
        setAsking(false);
        const hidden = hiddenFor(asked);
        const all = matches?.filter(({ id }) => !hidden.includes(id)) ?? [];
        setKnown({ asked, text: question.text ?? "", all, isDown: matches === null });
      };
      stop.current = inquire(sent, locale, when === "now" ? 0 : PAUSE, tell);
    },
    [locale],
  );

  /** Words that are still being composed with an input method are not asked about. */
  const hold = () => {
    stop.current();
    wanted.current = "";
    setAsking(false);
  };

  /** "Not this one", for this very question. */
  const hide = (id: string) => {
    hideFor(known.asked, id);
    setKnown({ ...known, all: known.all.filter((match) => match.id !== id) });
  };

  const { asked, text, all, isDown } = known;
  const matches = asked === "" || isDown ? null : all.slice(0, SHOWN);
  return { asked, text, isDown, matches, isAsking, ask, hold, hide };
}

type Request = { text?: string; url?: string; uploadId?: string; limit: number };

/** Nothing is asked about too little, nor about more than is accepted. */
function toRequest({ text = "", links = "", uploadIds = [] }: Asked, fewest: number): Request | null {
  const typed = text.trim();
  const length = lengthOf(typed);
  const [link] = linksIn(`${links}\n${typed}`);
  const uploadId = uploadIds.at(-1);
  if (length > TEXT_LIMIT || (length < fewest && !link && !uploadId)) return null;
  return {
    ...(typed && { text: typed }),
    ...(link && { url: link.address }),
    ...(uploadId && { uploadId }),
    limit: SHOWN + 2,
  };
}

/** Asks after a pause; gives back how to stop. No answer, for whatever reason, is null. */
function inquire(
  question: Request,
  locale: Locale,
  pause: number,
  tell: (matches: Match[] | null) => void,
): () => void {
  const controller = new AbortController();
  let isStopped = false;
  let timer = setTimeout(async () => {
    timer = setTimeout(() => controller.abort(), ANSWER_WITHIN);
    const matches = await fetchMatches(question, locale, controller.signal).catch(() => null);
    clearTimeout(timer);
    if (!isStopped) tell(matches);
  }, pause);
  return () => {
    isStopped = true;
    clearTimeout(timer);
    controller.abort();
  };
}

async function fetchMatches(question: Request, locale: Locale, signal: AbortSignal): Promise<Match[] | null> {
  const answer = await fetch("/api/v1/match", {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": locale },
    body: JSON.stringify(question),
    signal,
  });
  if (!answer.ok) return null;
  const body: { matches?: Match[] } = await answer.json();
  return Array.isArray(body.matches) ? body.matches : null;
}
