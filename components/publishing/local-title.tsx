import { useLocale } from "next-intl";

type Props = { title: string; titleEn?: string | null | undefined };

/** The title of a notice in the reader's language; where there is no translation, the Chinese, marked as such. */
export function LocalTitle({ title, titleEn }: Props) {
  const locale = useLocale();
  if (locale === "zh-CN") return title;
  return titleEn ? titleEn : <span lang="zh-CN">{title}</span>;
}
