"use client";

import { QueueItem } from "./queue-item.tsx";
import type { QueueLine } from "./queue-lines.ts";

type Props = {
  label: string;
  /** What is read aloud before a guess. */
  guessed: string;
  /** The query of this page of the queue. */
  query: string;
  lines: readonly QueueLine[];
};

/** The rows, drawn where they are shown, so that only what they say travels there. */
export function QueueRows({ label, guessed, query, lines }: Props) {
  return (
    <ol aria-label={label}>
      {lines.map((line) => (
        <QueueItem key={line.id} line={line} guessed={guessed} href={`/desk/claims/${line.id}?${query}`} />
      ))}
    </ol>
  );
}
