"use client";

import { useTranslations } from "next-intl";
import { createContext, use, useEffect, useRef, useState } from "react";
import { cn } from "#components/ui/cn.ts";

/** What was ticked where the form came back without scripts, and the state that its last answer left it in. */
type Ticked = { claims: readonly string[]; answer: unknown };

/** Null where nobody may decide about many. */
export const TickedContext = createContext<Ticked | null>(null);

type Props = { id: string; number: number; version: number; className?: string };

/** Chooses a claim to be decided about with others, in the version that was seen when it was ticked. */
export function SelectClaim(props: Props) {
  const ticked = use(TickedContext);
  return ticked ? <Box {...props} ticked={ticked} /> : null;
}

function Box({ id, number, version, className, ticked }: Props & { ticked: Ticked }) {
  const t = useTranslations("guard.quarantine");
  const box = useRef<HTMLInputElement>(null);
  const [seen, setSeen] = useState(version);
  const [answer, setAnswer] = useState(ticked.answer);
  if (answer !== ticked.answer) {
    // After an answer the page shows what the claim is now: whoever leaves it ticked decides in that knowledge.
    setAnswer(ticked.answer);
    setSeen(version);
  }
  useEffect(() => {
    if (seen !== version && !box.current?.checked) setSeen(version);
  });
  return (
    <label
      className={cn(
        "relative z-10 -m-2 inline-flex min-h-11 min-w-9 cursor-pointer items-start justify-center p-2.5",
        className,
      )}
    >
      <input
        ref={box}
        type="checkbox"
        name="claims"
        value={`${id}:${seen}`}
        defaultChecked={ticked.claims.some((one) => one.startsWith(id))}
        className="size-[1.25em] cursor-pointer accent-azurite"
      />
      <span className="sr-only">{t("select", { number })}</span>
    </label>
  );
}
