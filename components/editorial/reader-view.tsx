import { useTranslations } from "next-intl";
import { noticeGrid } from "#components/publishing/notice-aside";
import { NoticeBody } from "#components/publishing/notice-body";
import { NoticeCredits } from "#components/publishing/notice-credits";
import { NoticeHead } from "#components/publishing/notice-head";
import { Part } from "#components/ui/part";
import type { ReaderView } from "#lib/desk/load-reader-view";
import { publishedFrom } from "./published-from.ts";

type Props = ReaderView & { isElder: boolean };

/** A text as its readers will see it, alone on a page: as wide as the frame that shows it. */
export function ReaderPage({ content, sources, isElder }: Props) {
  const t = useTranslations("public.notice");
  const published = publishedFrom(content, sources);
  return (
    <main id="main" className="page-width w-full py-8" data-elder={isElder ? "" : undefined}>
      <article>
        <header className="measure">
          <NoticeHead content={published} />
        </header>
        <div className={noticeGrid}>
          <NoticeBody content={published} />
          <div className="mt-12 text-sm lg:mt-0 lg:border-line lg:border-s lg:ps-8 elder:mt-12 elder:border-s-0 elder:ps-0">
            <Part title={t("credits")} look="mb-3 font-serif text-lg">
              <NoticeCredits content={published} />
            </Part>
          </div>
        </div>
      </article>
    </main>
  );
}
