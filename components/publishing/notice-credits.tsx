import { useLocale, useTranslations } from "next-intl";
import { DefinitionList } from "#components/ui/definition-list";
import type { PublishedContent, PublishedMember } from "#lib/publishing/content";

/** Who verified, wrote and reviewed: organisations, never persons. */
export function NoticeCredits({ content }: { content: PublishedContent }) {
  const t = useTranslations("public.notice");
  const stages = useTranslations("labels.reviewStage");
  const locale = useLocale();
  const name = ({ zh, en }: PublishedMember) => (locale === "en" ? en : zh);
  const [first, second, final] = content.reviewedBy;
  return (
    <DefinitionList
      className="lg:[&>div]:grid-cols-[5em_1fr]"
      items={[
        { term: t("verifiedBy"), detail: content.verifiedBy.map(name).join(t("listSeparator")) },
        { term: t("writtenBy"), detail: name(content.writtenBy) },
        { term: stages("review-1"), detail: first && name(first) },
        { term: stages("review-2"), detail: second && name(second) },
        { term: stages("review-3"), detail: final && name(final) },
      ]}
    />
  );
}
