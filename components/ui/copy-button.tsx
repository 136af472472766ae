"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "./button.tsx";
import { copyText } from "./copy-text.ts";
import { useLanguage } from "./language.tsx";
import { useScripted } from "./scripted.ts";
import { Textarea } from "./textarea.tsx";

type Props = { text: string; label?: string; size?: "sm" | "md" };

/** Copies a text and says so; where the browser will not, the text stands there selected. Without scripts there is no button. */
export function CopyButton({ text, label, size = "sm" }: Props) {
  const { words } = useLanguage();
  const isScripted = useScripted();
  const [outcome, setOutcome] = useState<"copied" | "copyFailed">();
  const copy = async () => {
    // Said again when it is done again.
    setOutcome(undefined);
    setOutcome((await copyText(text)) ? "copied" : "copyFailed");
  };
  const name = label ?? words.copy;
  const Icon = outcome === "copied" ? Check : Copy;
  return (
    <div hidden={!isScripted} data-print="hide" className="min-w-0 space-y-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button variant="secondary" size={size} onClick={copy}>
          <Icon aria-hidden />
          {name}
        </Button>
        <p role="status" className="text-sm empty:-ms-3">
          {outcome ? words[outcome] : null}
        </p>
      </div>
      {outcome === "copyFailed" ? (
        <Textarea ref={selectAll} aria-label={name} readOnly value={text} rows={2} />
      ) : null}
    </div>
  );
}

function selectAll(box: HTMLTextAreaElement | null) {
  box?.focus();
  box?.select();
}
