import type { ComponentProps, ReactNode } from "react";
import { Breadcrumb } from "./breadcrumb.tsx";

export type PageHeadingProps = {
  title: ReactNode;
  /** The pages above this one. */
  above?: ComponentProps<typeof Breadcrumb>["items"];
  /** What the page is for, in a sentence or two. */
  intro?: ReactNode;
  /** What can be begun here. */
  actions?: ReactNode;
};

/** What a page is called, where it belongs, and what can be begun on it. */
export function PageHeading({ title, above, intro, actions }: PageHeadingProps) {
  return (
    <header className="space-y-2">
      {above ? <Breadcrumb items={above} /> : null}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div className="max-w-measure min-w-0 space-y-1.5">
          <h1 className="wrap-break-word font-serif text-2xl sm:text-3xl">{title}</h1>
          {intro ? <div className="text-ink-soft">{intro}</div> : null}
        </div>
        {actions}
      </div>
    </header>
  );
}
