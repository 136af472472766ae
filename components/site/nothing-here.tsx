import { notFound } from "next/navigation";
import { type ReactNode, Suspense } from "react";
import { NotFoundPage } from "./problem-pages.tsx";

/**
 * Answers 404 with the words in the HTML, readable without scripts, in a static page. Only this belongs into the
 * boundary: what is found is returned without one, for React leaves a large content of a boundary to scripts.
 */
export function NothingHere({ children = <NotFoundPage /> }: { children?: ReactNode }) {
  return (
    <Suspense fallback={children}>
      <Missing />
    </Suspense>
  );
}

function Missing(): never {
  notFound();
}
