import type { CheckOutcome } from "./check-outcome.ts";
import { MatchAnswer } from "./match-answer.tsx";
import type { MatchListProps } from "./match-props.ts";

type Props = Pick<MatchListProps, "words" | "badges" | "asking"> & { outcome: CheckOutcome };

/** The answer that the server gave where there are no scripts. */
export function CheckGiven({ outcome: { matches, text }, ...list }: Props) {
  if (!matches) return <p className="measure mt-6">{list.words.down}</p>;
  return (
    <div className="mt-6">
      <MatchAnswer {...list} matches={matches} text={text} />
    </div>
  );
}
