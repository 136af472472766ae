"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button";
import { Kbd } from "#components/ui/kbd";
import { areKeysOn, areKeysText, press } from "./keys.ts";

const CommandPalette = dynamic(() => import("./command-palette.tsx").then((file) => file.CommandPalette), {
  ssr: false,
});
const ShortcutHelp = dynamic(() => import("./shortcut-help.tsx").then((file) => file.ShortcutHelp), {
  ssr: false,
});

type Props = { places: readonly { href: string; label: string }[]; canSearchClaims: boolean };

/** The desk's keyboard: one listener for every key that an element of the page bears, the help and the palette. */
export function Shortcuts({ places, canSearchClaims }: Props) {
  const t = useTranslations("desk.keys");
  const [shown, setShown] = useState<"help" | "palette">();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setShown((now) => (now === "palette" ? undefined : "palette"));
        return;
      }
      const isChord = event.ctrlKey || event.metaKey || event.altKey;
      if (isChord || event.isComposing || event.repeat || areKeysText(event) || !areKeysOn()) return;
      if (event.key === "?") setShown("help");
      else if (!press(event.key)) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  const close = () => setShown(undefined);
  return (
    <>
      <div className="mx-auto flex w-full max-w-[110rem] flex-wrap gap-2 px-4 pb-4 md:px-6" data-print="hide">
        <Button variant="quiet" size="sm" onClick={() => setShown("palette")}>
          {t("palette.open")} <Kbd>Ctrl K</Kbd>
        </Button>
        <Button variant="quiet" size="sm" onClick={() => setShown("help")}>
          {t("help.open")} <Kbd>?</Kbd>
        </Button>
      </div>
      {shown === "palette" ? (
        <CommandPalette places={places} canSearchClaims={canSearchClaims} onClose={close} />
      ) : null}
      {shown === "help" ? <ShortcutHelp onClose={close} /> : null}
    </>
  );
}
