import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NoticeArticle } from "#components/publishing/notice-article";
import { NoticeData } from "#components/publishing/notice-data";
import { NotFoundPage } from "#components/site/problem-pages";
import { embedCode } from "#lib/publishing/embed-code";
import { noticeMetadata } from "#lib/web/next/notice-metadata";
import { readAdopters, readNotice } from "#lib/web/next/read-notice";
import { site } from "#lib/web/next/site";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const notice = await readNotice((await params).slug);
  if (notice) return noticeMetadata(notice);
  return { title: (await getTranslations("errors"))("NOT_FOUND.title") };
}

export default async function NoticePage({ params }: Props) {
  const notice = await readNotice((await params).slug);
  if (!notice) return <NotFoundPage />;
  return (
    <>
      <NoticeData notice={notice} site={await site()} />
      <NoticeArticle
        notice={notice}
        adopters={await readAdopters(notice.id)}
        embed={embedCode(notice, await getLocale())}
      />
    </>
  );
}
