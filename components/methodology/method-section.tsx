import type { ReactNode } from "react";

type Props = { id: string; title: string; intro: string; wide?: boolean; children: ReactNode };

/** One part of the method; tables may use the whole width. */
export function MethodSection({ id, title, intro, wide, children }: Props) {
  return (
    <section aria-labelledby={id} className="pt-6">
      <h2 id={id} className="font-serif text-2xl">
        {title}
      </h2>
      <p className="measure mt-2 mb-4">{intro}</p>
      {wide ? children : <div className="prose-notice">{children}</div>}
    </section>
  );
}
