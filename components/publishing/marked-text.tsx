import type { Piece } from "#lib/answers/marks";

/** A text in which the words that it shares with another are marked. */
export function MarkedText({ pieces }: { pieces: readonly Piece[] }) {
  let at = 0;
  return pieces.map(({ text, shared }) => {
    const key = at;
    at += text.length;
    return shared ? (
      <mark key={key} className="bg-ochre-wash text-inherit underline decoration-ochre decoration-2">
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    );
  });
}
