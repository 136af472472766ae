"use client";

import type { ReactNode, RefObject } from "react";
import type { Match } from "#lib/answers/match-schema";
import type { Messages } from "#lib/i18n/messages";
import { MatchList } from "./match-list.tsx";
import type { MatchListProps } from "./match-props.ts";

type Words = Messages["public"]["match"];

type Props = MatchListProps & {
  heading?: RefObject<HTMLHeadingElement | null>;
  title?: string;
  lead?: string;
  /** A file of the question is still being read: that nothing was found means nothing yet. */
  isReading?: boolean;
  /** What can be done when nothing of this fits. */
  children?: ReactNode;
};

/** What is known about a question, or that nothing is. */
export function MatchAnswer({ heading, title, lead, isReading = false, children, ...list }: Props) {
  const { matches, words } = list;
  const isOpen = isReading && matches.length === 0;
  return (
    <section aria-labelledby="answer" className="measure">
      <h2 id="answer" ref={heading} tabIndex={-1} className="text-xl">
        {title ?? (isOpen ? words.readingTitle : titleOf(matches, words))}
      </h2>
      <p className="mt-1 mb-4 text-ink-soft">
        {lead ?? (isOpen ? words.readingText : leadOf(matches, words))}
      </p>
      {matches.length > 0 ? <MatchList {...list} /> : null}
      {children}
    </section>
  );
}

function titleOf([best]: readonly Match[], words: Words): string {
  if (!best) return words.nothingTitle;
  if (best.level === "similar") return words.nearTitle;
  if (best.kind === "debunk") return words.answeredTitle;
  return best.state === "received" ? words.joinTitle : words.askedTitle;
}

function leadOf([best]: readonly Match[], words: Words): string {
  if (!best) return words.nothingText;
  return best.level === "similar" ? words.nearText : words.foundText;
}

type StatusProps = {
  matches: readonly Match[] | null;
  isDown: boolean;
  isAsking: boolean;
  isReading: boolean;
  words: Words;
};

/** Says politely what was found while the cursor stays where it is; that nothing can be found is there to read too. */
export function MatchStatus({ matches, isDown, isAsking, isReading, words }: StatusProps) {
  return (
    <div className="mt-2 min-h-6 text-ink-soft text-sm">
      <p role="status" className={isDown ? undefined : "sr-only"}>
        {isDown ? words.down : matches ? tellMatches(matches, isReading, words) : ""}
      </p>
      {isAsking && !isDown ? <p aria-hidden>{words.asking}</p> : null}
    </div>
  );
}

const tellMatches = ([first, ...rest]: readonly Match[], isReading: boolean, words: Words): string =>
  first
    ? words.found.replace("{count}", String(rest.length + 1)).replace("{title}", first.title)
    : isReading
      ? words.readingTitle
      : words.nothingTitle;
