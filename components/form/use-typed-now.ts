"use client";

import { type RefObject, useEffect, useState } from "react";
import { type Typed, typedIn } from "#lib/web/form";

/** What stands in a form at this moment; null until scripts run. */
export function useTypedNow(form: RefObject<HTMLFormElement | null>): Typed | null {
  const [typed, setTyped] = useState<Typed | null>(null);
  useEffect(() => {
    const { current } = form;
    if (!current) return;
    const look = () => setTyped(typedIn(new FormData(current)));
    look();
    current.addEventListener("input", look);
    return () => current.removeEventListener("input", look);
  }, [form]);
  return typed;
}
