import type { ReactNode } from "react";
import type { Investigation } from "#lib/investigation/queries";
import { EvidencePanel } from "./evidence-panel.tsx";

type Props = {
  heading: ReactNode;
  investigation: Pick<Investigation, "evidence" | "replies">;
  children: ReactNode;
};

/** The text on the left, the evidence it is written from beside it. */
export function WritingDesk({ heading, investigation, children }: Props) {
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem] elder:lg:grid-cols-1">
      <div className="min-w-0 space-y-6">
        {heading}
        {children}
      </div>
      <aside className="min-w-0 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:self-start lg:overflow-y-auto elder:lg:static">
        <EvidencePanel {...investigation} />
      </aside>
    </div>
  );
}
