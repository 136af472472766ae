"use client";

import { useEffect, useRef, useState } from "react";
import type { useLiveMatches } from "#components/publishing/live-matches.ts";
import { MatchAnswer, MatchStatus } from "#components/publishing/match-answer";
import type { MatchListProps } from "#components/publishing/match-props.ts";
import { Button } from "#components/ui/button";

type Props = Pick<MatchListProps, "words" | "badges" | "asking"> & {
  live: ReturnType<typeof useLiveMatches>;
};

/** What is known about the report that is being written, under its text. */
export function ReportLive({ live, words, ...list }: Props) {
  const { matches, text, asked } = live;
  const [hidden, setHidden] = useState({ asked: "", count: 0 });
  const note = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone with what it hid.
  useEffect(() => {
    if (hidden.count > 0) note.current?.focus();
  }, [hidden]);
  return (
    <>
      <MatchStatus {...live} words={words} />
      {hidden.count > 0 && hidden.asked === asked ? (
        <p ref={note} tabIndex={-1} className="mb-3 text-ink-soft text-sm">
          {words.hidden}
        </p>
      ) : null}
      {matches && matches.length > 0 ? (
        <MatchAnswer
          {...list}
          words={words}
          matches={matches}
          text={text}
          notThis={({ id, level }) => (
            <Button
              variant="quiet"
              size={level === "same" ? "md" : "sm"}
              onClick={() => {
                live.hide(id);
                setHidden({ asked, count: hidden.count + 1 });
              }}
            >
              {words.notThis}
            </Button>
          )}
        />
      ) : null}
    </>
  );
}
