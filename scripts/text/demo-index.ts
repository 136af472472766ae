import { MatchIndex } from "#lib/matching/match-index";
import { demoTexts } from "#seed/demo-texts";

/** The claims of the demo that have a notice. */
export const published = demoTexts().filter(({ closing, notice }) => !closing && notice.points.length > 0);

/** What people sent of them, but for what the index knows. */
export const demoReports = (): { id: string; text: string }[] =>
  published.flatMap(({ id, reports }) => reports.slice(1).map(({ text }) => ({ id, text })));

/** The claims of the demo, all or some, as the index knows them once their notices are published. */
export function demoIndex(isWanted: (at: number) => boolean = () => true): MatchIndex {
  const index = new MatchIndex();
  for (const { id, wording, notice, reports } of published.filter((_, at) => isWanted(at))) {
    const first = reports[0]?.text;
    index.add({
      id,
      kind: "debunk",
      texts: {
        title: notice.title,
        wording,
        body: `${notice.summary}\n${notice.titleEn}`,
        aliases: first ? [first] : [],
      },
    });
  }
  return index;
}
