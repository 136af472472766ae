import { useLocale } from "next-intl";

/** How it is typed is told where choosing by letters works. */
type Topic = { id: string; zh: string; en: string; spelling?: string };

/** The options of a native list of topics. */
export function TopicOptions({ topics }: { topics: readonly Topic[] }) {
  const locale = useLocale();
  return topics.map(({ id, zh, en, spelling }) => (
    <option key={id} value={id} data-spelling={spelling}>
      {locale === "en" ? en : zh}
    </option>
  ));
}
