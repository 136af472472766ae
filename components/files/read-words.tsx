import { markDoubts } from "#lib/files/doubts";
import type { Stretch } from "#lib/wording/lines";

/** Words that were read in a picture; what was read with doubt is marked. */
export function ReadWords({ text, doubts }: { text: string; doubts: readonly Stretch[] }) {
  let at = 0;
  return markDoubts(text, doubts).map((piece) => {
    const key = at;
    at += piece.text.length;
    return piece.isDoubtful ? (
      <mark
        key={key}
        className="bg-ochre-wash text-inherit underline decoration-2 decoration-ochre decoration-wavy"
      >
        {piece.text}
      </mark>
    ) : (
      <span key={key}>{piece.text}</span>
    );
  });
}
