import { MatchItem } from "./match-item.tsx";
import type { MatchListProps } from "./match-props.ts";

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
