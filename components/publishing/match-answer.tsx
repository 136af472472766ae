"use client";

import type { ReactNode, RefObject } from "react";
import type { Match } from "#lib/answers/match-schema";
import type { Messages } from "#lib/i18n/messages";
import { linksIn, withoutUrls } from "#lib/wording/links";
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
  const { matches, text, words } = list;
  const [best] = matches;
  const said = best ? wordsFor(best, words) : wordsForNothing(text, isReading, words);
  return (
    <section aria-labelledby="answer" className="measure">
      <h2 id="answer" ref={heading} tabIndex={-1} className="text-xl">
        {title ?? said.title}
      </h2>
      <p className="mt-1 mb-4 text-ink-soft">{lead ?? said.text}</p>
      {best ? <MatchList {...list} /> : null}
      {children}
    </section>
  );
}

function wordsFor({ level, kind, state, closing }: Match, words: Words): { title: string; text: string } {
  if (level === "similar") return { title: words.nearTitle, text: words.nearText };
  if (kind === "debunk") return { title: words.answeredTitle, text: words.foundText };
  if (closing) return { title: words.decidedTitle, text: words.decidedText };
  return { title: state === "received" ? words.joinTitle : words.askedTitle, text: words.foundText };
}

/** What to say where nothing was found: whose words are not there yet cannot have been checked. */
function wordsForNothing(asked: string, isReading: boolean, words: Words): { title: string; text: string } {
  if (isReading) return words.reading;
  const isBareLink = linksIn(asked).length > 0 && !/[\p{L}\p{N}]/u.test(withoutUrls(asked));
  return isBareLink ? words.bareLink : words.nothing;
}

type StatusProps = {
  matches: readonly Match[] | null;
  text: string;
  isDown: boolean;
  refused: string;
  isAsking: boolean;
  isReading: boolean;
  words: Words;
};

/** Says politely what was found while the cursor stays where it is; that nothing can be found is there to read too. */
export function MatchStatus({ matches, text, isDown, refused, isAsking, isReading, words }: StatusProps) {
  const unanswered = refused || (isDown ? words.down : "");
  return (
    <div className="mt-2 min-h-6 text-ink-soft text-sm">
      <p role="status" className={unanswered ? undefined : "sr-only"}>
        {unanswered || (matches ? tellMatches(matches, { text, isReading }, words) : "")}
      </p>
      {isAsking && !unanswered ? <p aria-hidden>{words.asking}</p> : null}
    </div>
  );
}

const tellMatches = (
  [first, ...rest]: readonly Match[],
  { text, isReading }: { text: string; isReading: boolean },
  words: Words,
): string =>
  first
    ? words.found.replace("{count}", String(rest.length + 1)).replace("{title}", first.title)
    : wordsForNothing(text, isReading, words).title;
