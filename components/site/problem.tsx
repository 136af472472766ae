import type { ReactNode } from "react";

type Props = {
  title: string;
  detail: string;
  /** What to do now: a button or two. */
  children: ReactNode;
};

/** A page that cannot be shown: what happened, what was kept, what to do. */
export function Problem({ title, detail, children }: Props) {
  return (
    <section className="measure py-6 sm:py-12">
      <h1 className="font-serif text-3xl">{title}</h1>
      <p className="mt-4 text-lg leading-relaxed">{detail}</p>
      <div className="mt-8 flex flex-wrap items-center gap-3">{children}</div>
    </section>
  );
}
