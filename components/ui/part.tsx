import { type ReactNode, useId } from "react";

type Props = {
  title: ReactNode;
  /** Said under the title. */
  lead?: ReactNode;
  heading?: "h2" | "h3";
  /** How the heading looks. */
  look?: string;
  className?: string;
  /** Where an address leads to it. */
  id?: string;
  children: ReactNode;
};

/** A part of a page with its heading. */
export function Part({ title, lead, heading: Heading = "h2", look, className, id, children }: Props) {
  const ownId = useId();
  const titled = (
    <Heading id={id ?? ownId} className={look ?? (Heading === "h2" ? "text-xl" : undefined)}>
      {title}
    </Heading>
  );
  return (
    <section aria-labelledby={id ?? ownId} className={className}>
      {lead === undefined ? (
        titled
      ) : (
        <div>
          {titled}
          <p className="text-ink-soft">{lead}</p>
        </div>
      )}
      {children}
    </section>
  );
}
