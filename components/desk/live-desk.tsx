"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useEffect, useState } from "react";
import { LiveLine } from "./live-line.ts";
import { PresentPeople } from "./present-people.ts";

type Live = { line: LiveLine; people: PresentPeople };

const Context = createContext<Live | null>(null);

/** What this tab hears of the desk, and who is there; null where nobody is signed in. */
export const useLive = (): Live | null => use(Context);

/** Around the pages of somebody who is signed in: they hear what happens. */
export function LiveDesk({ build, children }: { build: string | null; children: ReactNode }) {
  const [live] = useState((): Live => ({ line: new LiveLine(build), people: new PresentPeople() }));
  useEffect(() => {
    const close = live.line.open();
    const stop = live.people.follow(live.line);
    return () => {
      stop();
      close();
    };
  }, [live]);
  return (
    <Context value={live}>
      {children}
      <LiveState line={live.line} />
    </Context>
  );
}

/** A moment without a connection is not worth a word. */
const PATIENCE = 8_000;
const SHOWN = 6_000;

/** Says quietly that nothing is heard, and that it is again. */
function LiveState({ line }: { line: LiveLine }) {
  const t = useTranslations("desk.live");
  const [told, setTold] = useState<"lost" | "back" | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isLost = false;
    const later = (milliseconds: number, act: () => void) => {
      clearTimeout(timer);
      timer = setTimeout(act, milliseconds);
    };
    const stop = line.hear((word) => {
      if (word.kind !== "state") return;
      if (!word.isLive) {
        later(PATIENCE, () => {
          isLost = true;
          setTold("lost");
        });
      } else {
        clearTimeout(timer);
        if (isLost) later(SHOWN, () => setTold(null));
        if (isLost) setTold("back");
        isLost = false;
      }
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [line]);
  return (
    <p
      role="status"
      data-print="hide"
      className="fixed end-4 bottom-4 z-30 max-w-[min(26rem,calc(100vw-2rem))] rounded-sm border border-line-strong bg-surface px-3 py-1.5 text-sm empty:invisible"
    >
      {told ? t(told) : null}
    </p>
  );
}
