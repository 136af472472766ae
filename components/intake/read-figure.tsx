import { ReadWords } from "#components/files/read-words";
import type { Messages } from "#lib/i18n/messages";
import type { Stretch } from "#lib/wording/lines";

type Props = {
  text: string;
  doubts: readonly Stretch[];
  words: Pick<Messages["uploads"]["field"], "textLabel" | "doubts">;
};

/** What was read in a picture, with what its sender should look at. */
export function ReadFigure({ text, doubts, words }: Props) {
  return (
    <figure>
      <figcaption className="font-semibold text-sm">{words.textLabel}</figcaption>
      {doubts.length > 0 ? (
        <p className="text-sm">{words.doubts.replace("{count}", String(doubts.length))}</p>
      ) : null}
      <blockquote
        lang="zh-CN"
        className="mt-1 max-h-40 overflow-y-auto whitespace-pre-line border-line border-s-3 ps-3 text-sm"
      >
        <ReadWords text={text} doubts={doubts} />
      </blockquote>
    </figure>
  );
}
