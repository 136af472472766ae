"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useTransition } from "react";
import { useLive } from "./live-desk.tsx";
import type { Heard, Word } from "./live-words.ts";

/** At most one refresh in so long; a page that takes long to make is made anew less often. */
const LEAST = 1_500;
const TIMES_ITS_WORK = 5;
/** Not all open pages ask at the same moment. */
const SPREAD = 700;

type Props = {
  /** Up to which event the page shows everything; null where nobody knew. */
  since: number | null;
  /** The claim whose page it is. */
  claim?: string;
  /** The claims that it shows, where it is not all of them. */
  claims?: readonly string[];
  /** The beginnings of the kinds of events that it shows, where it is not all of them. */
  types?: readonly string[];
  /** How many unread alerts it shows, where it shows them. */
  unread?: number;
};

/** Brings the page up to date when something happens to what it shows, while somebody looks at it; what is typed stays. */
export function LiveRefresh({ since, claim, claims, types, unread }: Props) {
  const live = useLive();
  const { refresh } = useRouter();
  const [isPending, start] = useTransition();
  const work = useRef({ begun: 0, took: 0 });
  useEffect(() => {
    const { current } = work;
    if (!isPending && current.begun > 0) current.took = performance.now() - current.begun;
  }, [isPending]);

  const isShown = ({ n, type, claims: of }: Heard): boolean =>
    n > (since ?? -1) &&
    (!claims || of.some((id) => claims.includes(id))) &&
    (!types || types.some((beginning) => type.startsWith(beginning)));
  const concerns = useEffectEvent((word: Word): boolean => {
    if (word.kind === "changes") return word.events.some(isShown);
    if (word.kind === "alerts") return unread !== undefined && unread !== word.unread;
    return word.kind === "anew";
  });
  const missed = useEffectEvent(() => live?.line.show(since).some(isShown) ?? false);
  const renew = useEffectEvent(() => {
    work.current.begun = performance.now();
    start(refresh);
  });

  useEffect(() => {
    if (!live) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isDue = false;
    let isLive = true;
    const act = async () => {
      timer = undefined;
      if (document.visibilityState !== "visible" || !navigator.onLine) return;
      isDue = false;
      // A refresh leads whoever's session has ended to the door, and loads a page of another build anew: away from what is typed.
      if (!isTyping() || (!live.line.isRenewed && (await isStillIn()))) renew();
    };
    const due = () => {
      isDue = true;
      const { begun, took } = work.current;
      const soonest = begun === 0 ? 0 : begun + Math.max(LEAST, TIMES_ITS_WORK * took) - performance.now();
      timer ??= setTimeout(act, Math.max(soonest, Math.random() * SPREAD));
    };
    const stop = live.line.hear((word) => {
      if (word.kind === "state") isLive = word.isLive;
      if (concerns(word)) due();
    });
    const look = () => {
      if (document.visibilityState === "visible" && (isDue || !isLive)) due();
    };
    if (missed()) due();
    document.addEventListener("visibilitychange", look);
    return () => {
      stop();
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [live]);

  useEffect(() => {
    if (!live || !claim) return;
    live.line.look([claim]);
    return () => live.line.look([]);
  }, [live, claim]);
  return null;
}

/** Whether something is typed that nobody has taken yet; what was sent in vain stands in its form as if it were the page's. */
const isTyping = (): boolean =>
  document.querySelector("main form[data-unsent]") !== null ||
  [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("main :is(input, textarea)")].some(
    ({ value, defaultValue }) => value !== defaultValue,
  );

/** Whether this page still opens; to the door it would be a redirect. */
const isStillIn = (): Promise<boolean> =>
  fetch(window.location.href, { method: "HEAD", redirect: "manual" }).then(
    ({ type }) => type !== "opaqueredirect",
    () => false,
  );
