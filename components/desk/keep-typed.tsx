"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useMemo, useState } from "react";
import { Button } from "#components/ui/button";
import { Notice } from "#components/ui/notice";

type Typed = { dirty: boolean; settle: () => void };

const Context = createContext<Typed>({ dirty: false, settle: () => {} });

/** Whether something was typed that is not sent yet, and how to tell that it was. */
export const useTyped = () => use(Context);

/**
 * Around forms that the page stops offering when a claim moves on. Live updates take nothing away from somebody who
 * is typing: the form stays, and says that the claim has changed.
 */
export function KeepTyped({ children }: { children: ReactNode }) {
  const t = useTranslations("desk.kept");
  const [dirty, setDirty] = useState(false);
  const [held, setHeld] = useState(children);
  if (children && children !== held) setHeld(children);
  const typed = useMemo(() => ({ dirty, settle: () => setDirty(false) }), [dirty]);
  const isGone = !children && dirty;
  const shown = children || (dirty ? held : null);
  if (!shown) return null;
  return (
    <Context value={typed}>
      {isGone ? (
        <Notice tone="warning" live="status" title={t("title")}>
          <p>{t("detail")}</p>
          <Button variant="secondary" size="sm" className="mt-2" onClick={typed.settle}>
            {t("discard")}
          </Button>
        </Notice>
      ) : null}
      <div className="contents" onInput={() => setDirty(true)}>
        {shown}
      </div>
    </Context>
  );
}
