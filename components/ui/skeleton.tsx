import { cn } from "./cn.tsx";

/** Grey lines where text will be; the words for screen readers are the caller's. */
export function Skeleton({ lines = 3, className }: { lines?: number; className?: string }) {
  const widths = ["w-full", "w-11/12", "w-4/5", "w-full", "w-2/3"];
  return (
    <div aria-hidden className={cn("animate-pulse space-y-3", className)}>
      {Array.from({ length: lines }, (_, line) => `line-${line}`).map((key, line) => (
        <div key={key} className={cn("h-[1em] rounded-sm bg-line", widths[line % widths.length])} />
      ))}
    </div>
  );
}
