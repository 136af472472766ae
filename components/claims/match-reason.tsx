import { useTranslations } from "next-intl";
import type { Level } from "#lib/matching/level";

type Props = { score: number; level: Level; words: readonly string[] };

const SHOWN = 4;

/** Why matching holds two texts for the same, in one line: how sure it is, and the longest words that both have. */
export function MatchReason({ score, level, words }: Props) {
  const t = useTranslations("matching.reason");
  const labels = useTranslations("labels.matchLevel");
  const longest = words.toSorted((one, other) => other.length - one.length).slice(0, SHOWN);
  return (
    <p className="text-sm leading-snug">
      <span className="text-ink-soft">
        {labels(level)} · {t("score", { score })}
      </span>
      {longest.length > 0 ? (
        <>
          {" · "}
          <span className="text-ink-soft">{t("words")}</span>{" "}
          {longest.map((word) => (
            <span key={word}>
              <mark
                lang="zh-CN"
                className="bg-ochre-wash text-inherit underline decoration-2 decoration-ochre"
              >
                {word}
              </mark>{" "}
            </span>
          ))}
        </>
      ) : null}
    </p>
  );
}
