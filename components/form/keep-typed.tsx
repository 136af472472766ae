"use client";

import { isValidElement, type ReactNode, useCallback, useMemo, useState } from "react";
import { Button } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { TypingContext } from "./typing.ts";
import { useFormWords } from "./words.tsx";

/**
 * Around a form that the page stops offering when a claim moves on, or of which it then has another by a key. Live updates take
 * nothing away from somebody who is typing, and no answer from somebody who has sent it: the form stays, and says that the claim has
 * changed.
 */
export function KeepTyped({ children }: { children: ReactNode }) {
  const { kept } = useFormWords();
  const [dirty, setDirty] = useState(false);
  const [held, setHeld] = useState(children);
  const isAnother = dirty && isOther(children, held);
  if (children && children !== held && !isAnother) setHeld(children);
  // The same for good, or a form would take each keystroke for another answer.
  const settle = useCallback(() => setDirty(false), []);
  const typing = useMemo(() => ({ dirty, settle }), [dirty, settle]);
  const isGone = dirty && (!children || isAnother);
  const shown = isGone ? held : children;
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
      <div className="contents" onInput={() => setDirty(true)} onSubmit={() => setDirty(true)}>
        {shown}
      </div>
    </TypingContext>
  );
}

/** Whether it is another form than before; what is still on its way is taken for the same. */
const isOther = (next: ReactNode, before: ReactNode): boolean =>
  isValidElement(next) && isValidElement(before) && next.key !== before.key;
