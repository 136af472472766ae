import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { PageHeading, type PageHeadingProps } from "./page-heading.tsx";

const widths = {
  door: "mx-auto max-w-lg py-4 sm:py-10 elder:max-w-none",
  form: "mx-auto max-w-2xl elder:max-w-none",
  text: "mx-auto max-w-4xl elder:max-w-none",
  table: "mx-auto max-w-6xl elder:max-w-none",
} as const;

export type PageProps = PageHeadingProps & {
  /** How much room its content needs; all there is when left out. */
  width?: keyof typeof widths;
  children?: ReactNode;
};

/** A page under its heading. */
export function Page({ width, children, ...heading }: PageProps) {
  return (
    <div className={cn("space-y-6", width && widths[width])}>
      <PageHeading {...heading} />
      {children}
    </div>
  );
}
