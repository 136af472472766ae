import type { Actor } from "#lib/access/actor";
import { builtInText } from "#lib/claims/closing-texts";
import { type AnswerVersion, listAnswers } from "#lib/claims/reword-answer";
import { type Closing, closings } from "#lib/claims/status";
import { type Locale, locales } from "#lib/i18n/locale";

/** What is said of one closing in one language: the text that holds, its number, and those before it. */
export type Answer = {
  closing: Closing;
  language: Locale;
  number: number;
  text: string;
  versions: AnswerVersion[];
};

/** Every answer with its versions; number 0 is the text with which the product comes. */
export async function loadAnswers(actor: Actor): Promise<Answer[]> {
  const written = await listAnswers(actor);
  return closings.flatMap((closing) =>
    locales.map((language) => {
      const versions = written.filter((one) => one.closing === closing && one.language === language);
      const [latest] = versions;
      const text = latest?.text ?? builtInText(closing, language);
      return { closing, language, number: latest?.number ?? 0, text, versions };
    }),
  );
}
