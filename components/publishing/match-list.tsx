import type { ReactNode } from "react";
import type { Messages } from "#lib/i18n/messages";
import type { Verdict } from "#lib/investigation/vocabulary";
import type { Match } from "#lib/publishing/find-matches";
import type { Asking } from "./asking.tsx";
import { MatchItem } from "./match-item.tsx";

/** The verdicts as the server drew them, for lists that are made in the browser. */
export type Badges = Record<Verdict, ReactNode>;

export type MatchListProps = {
  matches: readonly Match[];
  /** What was asked, to show which of its words were found. */
  text: string;
  words: Messages["public"]["match"];
  badges: Badges;
  asking: Asking;
  /** "Not this one", where something can be hidden. */
  notThis?: ((match: Match) => ReactNode) | undefined;
};

/** What may answer a question, best first. */
export function MatchList({ matches, asking, words, ...rest }: MatchListProps) {
  return (
    <>
      <ol className="space-y-4">
        {matches.map((match) => (
          <MatchItem key={match.id} match={match} asking={asking} words={words} {...rest} />
        ))}
      </ol>
      {asking.isRefused ? (
        <p role="alert" className="mt-3 font-medium text-vermilion">
          {words.refused}
        </p>
      ) : null}
    </>
  );
}
