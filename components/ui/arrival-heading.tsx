"use client";

import { type ComponentProps, useEffect, useRef } from "react";

/** The heading of a page to which something leads that was just done: whoever listens or uses keys goes on from here. */
export function ArrivalHeading(props: ComponentProps<"h1">) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return <h1 ref={heading} tabIndex={-1} {...props} />;
}
