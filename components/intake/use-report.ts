"use client";

import { useForm } from "#components/form/use-form.ts";
import { questionIn, useLiveMatches } from "#components/publishing/live-matches.ts";
import { fingerprintOf } from "#lib/intake/fingerprint";
import type { ReportAction, ReportParts } from "./report-state.ts";

/** The form for a report and what is known about it; kept above the form, which comes and goes with its question. */
export function useReport(action: ReportAction, { words }: ReportParts) {
  const live = useLiveMatches();
  const fileProblems = Object.entries(words.files.problems);
  const form = useForm(action, {
    id: "report",
    labels: {
      text: words.text.label,
      uploadIds: words.files.label,
      links: words.links.label,
      seenOn: words.seenOn.label,
      seenAt: words.seenAt.label,
      division: words.division.label,
      topic: words.topic.label,
      note: words.note.label,
      contact: words.contact.label,
    },
    words: {
      problems: {
        ...words.problems,
        ...Object.fromEntries(fileProblems.map(([code, told]) => [`uploadIds.${code}`, told])),
      },
      nothingLost: words.kept,
      refusals: { other: { detail: words.refused } },
    },
    onSend: (formData, { currentTarget }) => {
      if (live.asked !== "" && live.asked === fingerprintOf(questionIn(currentTarget)))
        formData.set("checked", live.asked);
      return true;
    },
  });
  return { form, live };
}

export type Report = ReturnType<typeof useReport>;
