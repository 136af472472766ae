"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const EVERY = 20_000;

/** Brings the page up to date while somebody looks at it; what is typed stays. */
export function LiveRefresh() {
  const { refresh } = useRouter();
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible" && navigator.onLine) refresh();
    };
    const timer = setInterval(look, EVERY);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [refresh]);
  return null;
}
