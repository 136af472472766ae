import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Part } from "#components/ui/part";
import type { PublishedContent } from "#lib/publishing/content";
import { EvidenceList } from "./evidence-list.tsx";
import { EvidenceMarks } from "./evidence-marks.tsx";
import { Replies } from "./replies.tsx";

/** What a version says, in the order in which a reader asks: claimed, found, shown by, known how, replied, to do. */
export function NoticeBody({ content }: { content: PublishedContent }) {
  const t = useTranslations("public.notice");
  return (
    <div className="min-w-0 space-y-10">
      <Section id="claimed" title={t("claimed")}>
        <blockquote lang="zh-CN" className="whitespace-pre-wrap border-line-strong border-s-4 ps-4 text-lg">
          {content.claimed}
        </blockquote>
      </Section>
      {content.points.length > 0 ? (
        <Section id="found" title={t("found")}>
          <ol className="space-y-4">
            {content.points.map(({ text, evidence }, at) => (
              <li key={text} className="flex gap-3">
                <span aria-hidden className="shrink-0 font-serif text-azurite tabular-nums">
                  {at + 1}.
                </span>
                <p>
                  <span lang="zh-CN">{text}</span>
                  <EvidenceMarks numbers={evidence} />
                </p>
              </li>
            ))}
          </ol>
        </Section>
      ) : null}
      <div data-silent>
        <Section id="evidence" title={t("evidence")}>
          {content.evidence.length > 0 ? (
            <EvidenceList evidence={content.evidence} />
          ) : (
            <p>{t("noEvidence")}</p>
          )}
        </Section>
      </div>
      <Section id="how" title={t("howWeKnow")}>
        <p lang="zh-CN" className="whitespace-pre-wrap">
          {content.howWeKnow}
        </p>
      </Section>
      {content.replies.length > 0 ? (
        <Section id="replies" title={t("replies")}>
          <Replies replies={content.replies} />
        </Section>
      ) : null}
      <Section id="advice" title={t("advice")}>
        <p lang="zh-CN" className="whitespace-pre-wrap">
          {content.advice}
        </p>
      </Section>
    </div>
  );
}

/** A titled part of a notice. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <Part id={id} title={title} look="mb-3 font-serif text-2xl" className="measure">
      {children}
    </Part>
  );
}
