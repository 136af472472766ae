type Props = {
  /** What can be said, by name. */
  words: Readonly<Record<string, string>>;
  className?: string;
};

/** Where public/reading.js says what became of a press beside it. */
export function Spoken({ words, className = "text-sm" }: Props) {
  const named = Object.entries(words).map(([name, word]) => [`data-${name}`, word]);
  return (
    // React leaves alone what it finds written here.
    <p role="status" suppressHydrationWarning {...Object.fromEntries(named)} className={className}>
      {""}
    </p>
  );
}
