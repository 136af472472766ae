import { useTranslations } from "next-intl";
import { DateTime } from "#components/ui/date-time";
import { Part } from "#components/ui/part";
import type { DraftNames } from "#lib/desk/load-draft-page";
import type { DraftView } from "#lib/editorial/queries";

type Props = { kept: DraftView["details"]["kept"]; people: DraftNames["people"] };

/** What stays in a text although it may tell of a private person, and who has said so. */
export function KeptDetails({ kept, people }: Props) {
  const t = useTranslations("editorial.details");
  if (kept.length === 0) return null;
  return (
    <Part title={t("kept")} look="text-lg">
      <ul className="mt-2 space-y-2 text-sm">
        {kept.map(({ kind, text, keptById, keptAt }) => (
          <li key={text}>
            <span lang="zh-CN">{text}</span> · {t(`kind.${kind}`)}
            <p className="text-ink-soft">
              {people.get(keptById)} · <DateTime time={keptAt} />
            </p>
          </li>
        ))}
      </ul>
    </Part>
  );
}
