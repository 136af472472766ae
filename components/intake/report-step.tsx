"use client";

import { useEffect, useRef } from "react";
import { MatchAnswer } from "#components/publishing/match-answer";
import type { MatchListProps } from "#components/publishing/match-props.ts";
import { SubmitButton } from "#components/ui/submit-button";
import type { ReportKnown } from "./report-state.ts";

type Props = Pick<MatchListProps, "words" | "badges" | "asking"> & { known: ReportKnown };

/** Between the form and sending: what is known already, for those who have not seen it. */
export function ReportStep({ known, words, ...list }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (known) heading.current?.focus();
  }, [known]);
  return (
    <MatchAnswer
      {...list}
      words={words}
      heading={heading}
      title={words.stepTitle}
      lead={words.stepText}
      matches={known.matches}
      text={known.text}
    >
      <p className="mt-5">
        <SubmitButton variant="secondary">{words.noneSend}</SubmitButton>
      </p>
    </MatchAnswer>
  );
}
