import { useTranslations } from "next-intl";
import type { PublishedContent } from "#lib/publishing/content";
import { LocalTitle } from "./local-title.tsx";
import { VerdictBadge } from "./verdict-badge.tsx";

/** What a notice begins with: its title, the verdict and what that means, and all of it in a sentence. */
export function NoticeHead({ content }: { content: PublishedContent }) {
  const meanings = useTranslations("labels.verdictMeaning");
  return (
    <>
      <h1 className="font-serif text-3xl sm:text-4xl">
        <LocalTitle {...content} />
      </h1>
      <p className="mt-6 flex flex-wrap items-center gap-x-5 gap-y-2">
        <VerdictBadge verdict={content.verdict} size="lg" />
        <span className="text-ink-soft text-sm">{meanings(content.verdict)}</span>
      </p>
      <p lang="zh-CN" className="mt-5 font-medium text-xl leading-relaxed">
        {content.summary}
      </p>
    </>
  );
}
