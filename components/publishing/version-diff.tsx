import { diffWords } from "diff";
import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "#lib/i18n/time";
import type { Verdict } from "#lib/investigation/vocabulary";
import { startOfDay } from "#lib/platform/clock";
import type { PublishedContent } from "#lib/publishing/content";

/** Chinese has no blanks between words; the segmenter knows where they are. */
const intlSegmenter = new Intl.Segmenter("zh", { granularity: "word" });

const parts = [
  "title",
  "titleEn",
  "verdict",
  "summary",
  "claimed",
  "points",
  "evidence",
  "howWeKnow",
  "replies",
  "advice",
] as const;
type Part = (typeof parts)[number];

/** What changed from one version to the next, part by part; unchanged parts are left out. */
export function VersionDiff({ before, after }: { before: PublishedContent; after: PublishedContent }) {
  const t = useTranslations("public.notice");
  const lines = useLines();
  const old = lines(before);
  const fresh = lines(after);
  const changed = parts.filter((part) => old[part] !== fresh[part]);
  if (changed.length === 0) return <p>{t("nothingChanged")}</p>;
  return (
    <dl className="space-y-5">
      {changed.map((part) => (
        <div key={part}>
          <dt className="font-semibold text-sm">{t(`part.${part}`)}</dt>
          <dd lang="zh-CN" className="mt-1 whitespace-pre-wrap rounded-sm border border-line bg-surface p-4">
            <Changes before={old[part]} after={fresh[part]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Added and removed words; screen readers are told which, and a printer shows both. */
function Changes({ before, after }: { before: string; after: string }) {
  const t = useTranslations("public.notice");
  let at = 0;
  return diffWords(before, after, { intlSegmenter }).map(({ value, added, removed }) => {
    const key = at;
    at += value.length;
    if (added) {
      return (
        <ins key={key} className="bg-malachite-wash text-malachite decoration-2">
          <span className="sr-only">{t("added")}</span>
          {value}
        </ins>
      );
    }
    if (!removed) return <span key={key}>{value}</span>;
    return (
      <del key={key} className="bg-vermilion-wash text-vermilion">
        <span className="sr-only">{t("removed")}</span>
        {value}
      </del>
    );
  });
}

function useLines() {
  const verdicts = useTranslations("labels.verdict");
  const outcomes = useTranslations("labels.replyOutcome");
  const locale = useLocale();
  const verdict = (value: Verdict) => verdicts(value);
  return (content: PublishedContent): Record<Part, string> => ({
    title: content.title,
    titleEn: content.titleEn,
    verdict: verdict(content.verdict),
    summary: content.summary,
    claimed: content.claimed,
    points: content.points
      .map(({ text, evidence }) => `${text}${evidence.map((number) => `[${number}]`).join("")}`)
      .join("\n"),
    evidence: content.evidence
      .map(
        ({ publisher, title, shows, url }, at) => `[${at + 1}] ${publisher} ${title} ${url ?? ""}\n${shows}`,
      )
      .join("\n"),
    howWeKnow: content.howWeKnow,
    replies: content.replies
      .map(
        ({ organisation, askedOn, outcome, reply }) =>
          `${organisation} ${formatDate(startOfDay(askedOn), locale)} ${outcomes(outcome)} ${reply ?? ""}`,
      )
      .join("\n"),
    advice: content.advice,
  });
}
