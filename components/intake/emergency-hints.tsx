import { useTranslations } from "next-intl";

const numbers = ["110", "96110", "12345"] as const;

/** The right number for what cannot wait for a check; a hint beside the form, not a step in it. */
export function EmergencyHints() {
  const t = useTranslations("report.hints");
  return (
    <aside
      aria-label={t("label")}
      className="border-ochre border-s-4 ps-4 text-sm leading-relaxed"
      data-print="hide"
    >
      <ul className="space-y-1">
        {numbers.map((number) => (
          <li key={number}>
            {t(number)}{" "}
            <a href={`tel:${number}`} className="font-semibold tabular-nums">
              {number}
            </a>
          </li>
        ))}
      </ul>
    </aside>
  );
}
