import { notFound } from "next/navigation";
import { type ReactNode, Suspense } from "react";
import { NotFoundPage } from "./problem-pages.tsx";

/**
 * Around what a static page may not find: `notFound()` inside it then answers 404 with the words in the HTML,
 * readable without scripts. Not for dynamic pages, which would show the fallback while they wait.
 */
export function OrNotFound({ children }: { children: ReactNode }) {
  return <Suspense fallback={<NotFoundPage />}>{children}</Suspense>;
}

/** There is never anything here. */
export function NothingHere() {
  return (
    <OrNotFound>
      <Missing />
    </OrNotFound>
  );
}

function Missing(): never {
  notFound();
}
