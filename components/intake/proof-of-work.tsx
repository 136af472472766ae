"use client";

import { useEffect, useRef, useState } from "react";
import type { Messages } from "#lib/i18n/messages";
import type { ProofForm } from "#lib/intake/proof";

type Props = {
  form: ProofForm;
  words: Messages["guard"]["proof"];
  /** Whatever changes with each answer to the form: the proof that was sent with it may have been used up. */
  attempt: unknown;
};

const TRY_AGAIN = 30_000;

/**
 * Works in the background for the form that it stands in, from the moment somebody touches it. Sending never waits for it:
 * without the proof, as without scripts, a report is only looked at later, and only in busy times.
 */
export function ProofOfWork({ form, words, attempt }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const before = useRef(attempt);
  const [proof, setProof] = useState("");
  const [isWorking, setWorking] = useState(false);

  useEffect(() => {
    const owner = field.current?.form;
    if (!owner) return;
    const leaving = new AbortController();
    let touches = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;

    /** Nobody's device works for a form that lies about unused. */
    const waitForTouch = () => {
      setProof("");
      touches = new AbortController();
      for (const touch of ["focusin", "input"])
        owner.addEventListener(touch, work, { signal: touches.signal });
    };
    const work = async () => {
      touches.abort();
      setWorking(true);
      let restAfter = TRY_AGAIN;
      try {
        const { solveProof } = await import("./solve-proof.ts");
        const solved = await solveProof(form, leaving.signal);
        setProof(solved.proof);
        restAfter = solved.expiresInMs;
      } catch {
        // It goes without, unless somebody is still typing later.
      }
      if (leaving.signal.aborted) return;
      setWorking(false);
      timer = setTimeout(waitForTouch, restAfter);
    };

    waitForTouch();
    if (before.current !== attempt || owner.contains(document.activeElement)) void work();
    before.current = attempt;
    return () => {
      leaving.abort();
      touches.abort();
      clearTimeout(timer);
    };
  }, [form, attempt]);

  return (
    <>
      <input ref={field} type="hidden" name="proof" value={proof} />
      <p role="status" className="sr-only">
        {proof ? words.done : isWorking ? words.working : null}
      </p>
    </>
  );
}
