import type { Piece } from "#lib/editorial/difference";

/** A text with what was added to it and what was taken out. */
export function ChangedText({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <span className="whitespace-pre-line">
      {pieces.map(({ text, change }, at) => {
        const key = `${at}-${change}`;
        if (change === "added") {
          return (
            <ins key={key} className="bg-malachite-wash text-malachite decoration-malachite">
              {text}
            </ins>
          );
        }
        if (change === "removed") {
          return (
            <del key={key} className="bg-slate-wash text-slate decoration-slate">
              {text}
            </del>
          );
        }
        return <span key={key}>{text}</span>;
      })}
    </span>
  );
}
