"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const EVERY = 20_000;

/** Brings the page up to date while somebody looks at it; what is typed stays. */
export function LiveRefresh() {
  const { refresh } = useRouter();
  useEffect(() => {
    const look = async () => {
      if (document.visibilityState !== "visible" || !navigator.onLine) return;
      // A refresh leads whoever's session has ended to the door, and away from what they have typed.
      if (!isTyping() || (await isStillIn())) refresh();
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

const isTyping = (): boolean =>
  [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("main :is(input, textarea)")].some(
    ({ value, defaultValue }) => value !== defaultValue,
  );

/** Whether this page still opens; to the door it would be a redirect. */
const isStillIn = (): Promise<boolean> =>
  fetch(window.location.href, { method: "HEAD", redirect: "manual" }).then(
    ({ type }) => type !== "opaqueredirect",
    () => false,
  );
