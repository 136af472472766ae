import { useTranslations } from "next-intl";

/** The numbers of the evidence behind a sentence, each a way to it; what none stands behind says so. */
export function EvidenceMarks({ numbers }: { numbers: readonly number[] }) {
  const t = useTranslations("public.notice");
  if (numbers.length === 0) return <span className="ms-1 text-ink-soft text-sm">{t("unsupported")}</span>;
  return numbers.map((number) => (
    <a
      key={number}
      href={`#evidence-${number}`}
      aria-label={t("evidenceNumber", { number })}
      className="ms-1 whitespace-nowrap rounded-sm px-0.5 align-super text-xs tabular-nums leading-none no-underline hover:underline"
    >
      [{number}]
    </a>
  ));
}
