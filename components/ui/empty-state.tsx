import type { ReactNode } from "react";

type Props = { title: ReactNode; children?: ReactNode; action?: ReactNode; heading?: "h2" | "h3" };

/** Nothing here, why that is, and what can be done about it. */
export function EmptyState({ title, children, action, heading: Heading = "h2" }: Props) {
  return (
    <div className="rounded border border-line-strong border-dashed px-5 py-10 text-center">
      <Heading className="text-lg">{title}</Heading>
      {children ? <div className="mx-auto mt-2 max-w-measure text-ink-soft">{children}</div> : null}
      {action ? <div className="mt-5 flex flex-wrap justify-center gap-3">{action}</div> : null}
    </div>
  );
}
