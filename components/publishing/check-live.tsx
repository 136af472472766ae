"use client";

import type { RefObject } from "react";
import { keepTyped } from "#components/form/keep.ts";
import { carryFiles } from "#components/intake/carried-files";
import { DRAFT_KEY } from "#components/intake/draft-key.ts";
import { ButtonLink } from "#components/ui/button";
import type { Asked } from "#lib/intake/fingerprint";
import type { useLiveMatches } from "./live-matches.ts";
import { MatchAnswer } from "./match-answer.tsx";
import type { MatchListProps } from "./match-props.ts";

type Props = Pick<MatchListProps, "words" | "badges" | "asking"> & {
  live: ReturnType<typeof useLiveMatches>;
  heading: RefObject<HTMLHeadingElement | null>;
  readBox: () => Asked;
};

/** The answer under the box; what does not fit it goes to the report form with everything that was typed. */
export function CheckLive({ live, heading, readBox, words, ...list }: Props) {
  const { matches, text, isReading } = live;
  // What stands in the box now: the answer may be about what stood there a moment ago.
  const keep = () => {
    const typed = readBox();
    keepTyped(DRAFT_KEY, { text: [typed.text ?? ""] });
    carryFiles(typed.uploadIds ?? []);
  };
  const isKnown = matches?.some(({ state }) => state !== "received") === true;
  const report = (
    <p className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
      {isKnown ? <span>{words.noneOfThese}</span> : null}
      <ButtonLink href="/report" variant={isKnown ? "secondary" : "primary"} onClick={keep}>
        {words.report}
      </ButtonLink>
    </p>
  );
  if (!matches) return report;
  return (
    <MatchAnswer
      {...list}
      words={words}
      heading={heading}
      matches={matches}
      isReading={isReading}
      text={text}
      notThis={({ id, level }) => (
        <ButtonLink
          href="/report"
          variant="quiet"
          size={level === "same" ? "md" : "sm"}
          onClick={() => {
            keep();
            live.hide(id);
          }}
        >
          {words.notThis}
        </ButtonLink>
      )}
    >
      {report}
    </MatchAnswer>
  );
}
