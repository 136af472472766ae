"use client";

import { type ReactNode, useCallback, useMemo, useState } from "react";
import { Button } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { TypingContext } from "./typing.ts";
import { useFormWords } from "./words.tsx";

/**
 * Around forms that the page stops offering when a claim moves on. Live updates take nothing away from somebody who
 * is typing: the form stays, and says that the claim has changed.
 */
export function KeepTyped({ children }: { children: ReactNode }) {
  const { kept } = useFormWords();
  const [dirty, setDirty] = useState(false);
  const [held, setHeld] = useState(children);
  if (children && children !== held) setHeld(children);
  // The same for good, or a form would take each keystroke for another answer.
  const settle = useCallback(() => setDirty(false), []);
  const typing = useMemo(() => ({ dirty, settle }), [dirty, settle]);
  const isGone = !children && dirty;
  const shown = children || (dirty ? held : null);
  if (!shown) return null;
  return (
    <TypingContext value={typing}>
      {isGone && kept ? (
        <Notice tone="warning" live="status" title={kept.title}>
          <p>{kept.detail}</p>
          <Button variant="secondary" size="sm" className="mt-2" onClick={settle}>
            {kept.discard}
          </Button>
        </Notice>
      ) : null}
      <div className="contents" onInput={() => setDirty(true)}>
        {shown}
      </div>
    </TypingContext>
  );
}
