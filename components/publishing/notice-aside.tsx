import { useTranslations } from "next-intl";
import { FollowLink } from "#components/distribution/follow-link";
import { Part } from "#components/ui/part";
import type { PublishedContent } from "#lib/publishing/content";
import { EmbedBox } from "./embed-box.tsx";
import { NoticeCredits } from "./notice-credits.tsx";
import { type Version, VersionList } from "./version-list.tsx";

type Props = {
  slug: string;
  content: PublishedContent;
  versions: readonly Version[];
  shown: number;
  /** How many members carry the notice. */
  adopters?: number;
  /** What other sites show it with; an old version is shown nowhere. */
  embed?: string;
  /** The claim to follow, where something may still be corrected. */
  followId?: string | null;
};

/** Who stands for a notice, and every version of it: after the text, beside it where there is room. */
export function NoticeAside({ slug, content, versions, shown, adopters = 0, embed, followId }: Props) {
  const t = useTranslations("public.notice");
  return (
    <div
      data-silent
      className="mt-12 space-y-10 text-sm lg:mt-0 lg:border-line lg:border-s lg:ps-8 elder:mt-12 elder:border-s-0 elder:ps-0 print:mt-6 print:border-s-0 print:ps-0"
    >
      <Part title={t("credits")} look="mb-3 font-serif text-lg">
        <NoticeCredits content={content} />
        {adopters > 0 ? <p className="mt-3 text-ink-soft">{t("adopters", { count: adopters })}</p> : null}
        {embed ? (
          <div className="mt-3">
            <EmbedBox code={embed} />
          </div>
        ) : null}
      </Part>
      <Part title={t("versions")} look="mb-3 font-serif text-lg">
        <VersionList slug={slug} versions={versions} shown={shown} />
        <p className="mt-3 text-ink-soft" data-print="hide">
          {t("versionsNote")}
        </p>
        {followId ? <FollowLink claimId={followId} /> : null}
      </Part>
    </div>
  );
}

/** The text and what stands beside it. */
export const noticeGrid =
  "mt-10 lg:grid lg:grid-cols-[minmax(0,38rem)_minmax(0,1fr)] lg:gap-x-10 elder:block print:block";
