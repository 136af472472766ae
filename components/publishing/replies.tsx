import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "#lib/i18n/time";
import { startOfDay } from "#lib/platform/clock";
import type { PublishedContent } from "#lib/publishing/content";

/** Who was asked for a reply, when, and what came back (right of reply). */
export function Replies({ replies }: Pick<PublishedContent, "replies">) {
  const t = useTranslations("public.notice");
  const outcomes = useTranslations("labels.replyOutcome");
  const locale = useLocale();
  return (
    <ul className="space-y-4">
      {replies.map(({ organisation, askedOn, outcome, reply }) => (
        <li key={`${organisation}-${askedOn}`}>
          <p>
            <strong lang="zh-CN" className="font-semibold">
              {organisation}
            </strong>{" "}
            <span className="text-ink-soft text-sm">
              {t("asked", { day: formatDate(startOfDay(askedOn), locale), outcome: outcomes(outcome) })}
            </span>
          </p>
          {reply ? (
            <blockquote lang="zh-CN" className="mt-1 whitespace-pre-wrap border-line-strong border-s-4 ps-4">
              {reply}
            </blockquote>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
