"use client";

import { QueueItem } from "./queue-item.tsx";
import type { LineWords, QueueLine } from "./queue-lines.ts";

type Props = {
  label: string;
  columns: readonly string[];
  /** The sign behind a guess. */
  guessed: string;
  /** The query of this page of the queue. */
  query: string;
  words: LineWords;
  lines: readonly QueueLine[];
};

/** The rows, drawn where they are shown, so that only what they say travels there. */
export function QueueRows({ label, columns, guessed, query, words, lines }: Props) {
  return (
    <div>
      <p aria-hidden className="queue-head">
        {columns.map((column) => (
          <span key={column}>{column}</span>
        ))}
      </p>
      <ol aria-label={label}>
        {lines.map((line) => (
          <QueueItem
            key={line.id}
            line={line}
            words={words}
            guessed={guessed}
            href={`/desk/claims/${line.id}?${query}`}
          />
        ))}
      </ol>
    </div>
  );
}
