import { getMessages } from "next-intl/server";
import { drawBadges } from "#components/publishing/check-section";
import { DivisionOptions } from "#components/reference/division-options";
import { TopicOptions } from "#components/reference/topic-options";
import { Options } from "#components/ui/options";
import { seenOnPlaces } from "#lib/intake/schema";
import type { Division } from "#lib/reference/divisions";
import type { ReportParts } from "./report-state.ts";

type Lists = { divisions: readonly Division[]; topics: readonly { id: string; zh: string; en: string }[] };

/** The words and choices of the report form in the reader's language. */
export async function reportParts({ divisions, topics }: Lists): Promise<ReportParts> {
  const { report, guard, labels, uploads, public: words } = await getMessages();
  return {
    words: report.form,
    proof: guard.proof,
    match: words.match,
    uploads: { field: uploads.field, cover: uploads.cover },
    badges: drawBadges(),
    seenOn: (
      <>
        <Options values={seenOnPlaces} word={(place) => labels.seenOn[place]} />
      </>
    ),
    divisions: <DivisionOptions divisions={divisions} />,
    topics: <TopicOptions topics={topics} />,
  };
}
