"use client";

import { useLinkStatus } from "next/link";
import { useRouter } from "next/navigation";
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  useTransition,
} from "react";

type Way = {
  /** Says that a page was asked for; what it returns says that it is there, or wanted no longer. */
  begin: () => () => void;
  /** Goes to an address, as a link does. */
  go: (href: string) => void;
};

const Context = createContext<Way | null>(null);

/** The way to other pages where links are not enough; null outside the desk. */
export const usePendingPage = (): Way | null => use(Context);

/** Pages that are there sooner are not worth a sign. */
const PATIENCE = 150;

type Props = { label: string; children: ReactNode };

/**
 * Around pages that change in place: says that the next one is on its way, while the one before stays in sight and at work. A page of
 * placeholders in its stead would take what is typed away, and without scripts it would never leave.
 */
export function PendingPage({ label, children }: Props) {
  const [asked, setAsked] = useState(0);
  const [isShown, setShown] = useState(false);
  const [isGoing, start] = useTransition();
  const { push } = useRouter();
  const isPending = asked > 0 || isGoing;
  const begin = useCallback(() => {
    setAsked((count) => count + 1);
    return () => setAsked((count) => count - 1);
  }, []);
  const way = useMemo(() => ({ begin, go: (href: string) => start(() => push(href)) }), [begin, push]);
  useEffect(() => {
    if (!isPending) return;
    const timer = setTimeout(() => setShown(true), PATIENCE);
    return () => {
      clearTimeout(timer);
      setShown(false);
    };
  }, [isPending]);
  useEffect(() => {
    if (!isShown) return;
    const main = document.querySelector("main");
    main?.setAttribute("aria-busy", "true");
    return () => main?.removeAttribute("aria-busy");
  }, [isShown]);
  return (
    <Context value={way}>
      {isShown ? <div aria-hidden className="pending-page" data-print="hide" /> : null}
      <p role="status" className="sr-only">
        {isShown ? label : null}
      </p>
      {children}
    </Context>
  );
}

/** Within a link: tells that its page is on its way. */
export function PendingLink() {
  const { pending } = useLinkStatus();
  const way = use(Context);
  useEffect(() => (pending ? way?.begin() : undefined), [pending, way]);
  return null;
}
