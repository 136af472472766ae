import { useLocale } from "next-intl";

/** The options of a native list of topics. */
export function TopicOptions({ topics }: { topics: readonly { id: string; zh: string; en: string }[] }) {
  const locale = useLocale();
  return topics.map(({ id, zh, en }) => (
    <option key={id} value={id}>
      {locale === "en" ? en : zh}
    </option>
  ));
}
