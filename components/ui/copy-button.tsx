"use client";

import { Check, Copy } from "lucide-react";
import { useState, useSyncExternalStore } from "react";
import { Button } from "./button.tsx";
import { useLanguage } from "./language.tsx";

type Props = { text: string; label?: string; size?: "sm" | "md" };

/** Copies a text that is also on the page, selectable by hand; without scripts there is no button. */
export function CopyButton({ text, label, size = "sm" }: Props) {
  const { words } = useLanguage();
  const [outcome, setOutcome] = useState<"copied" | "copyFailed">();
  const scripted = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome("copied"),
      () => setOutcome("copyFailed"),
    );
  const Icon = outcome === "copied" ? Check : Copy;
  return (
    <span hidden={!scripted} data-print="hide">
      <Button variant="secondary" size={size} onClick={copy}>
        <Icon aria-hidden />
        <span aria-live="polite">{outcome ? words[outcome] : (label ?? words.copy)}</span>
      </Button>
    </span>
  );
}
