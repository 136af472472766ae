import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { Link } from "./link.tsx";

type Props = {
  href: string;
  title: ReactNode;
  /** What stands above the title: a badge, a date. */
  lead?: ReactNode;
  children?: ReactNode;
  heading?: "h2" | "h3";
  serif?: boolean;
  className?: string;
};

/** A card that can be pressed anywhere, yet is one link with the title as its name. */
export function CardLink({ href, title, lead, children, heading: Heading = "h3", serif, className }: Props) {
  return (
    <article
      className={cn(
        "relative rounded border border-line bg-surface p-4 transition-colors hover:border-line-strong sm:p-5",
        className,
      )}
    >
      {lead ? <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1">{lead}</div> : null}
      <Heading className={cn("text-lg leading-snug", serif && "font-serif")}>
        <Link
          href={href}
          className="text-ink no-underline after:absolute after:inset-0 hover:text-azurite hover:underline"
        >
          {title}
        </Link>
      </Heading>
      {children ? <div className="mt-2 text-ink-soft text-sm leading-relaxed">{children}</div> : null}
    </article>
  );
}
