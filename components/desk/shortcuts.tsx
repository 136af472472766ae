"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button";
import { Kbd } from "#components/ui/kbd";
import type { Found } from "#lib/desk/find-anything";
import type { FormAction } from "#lib/web/form";
import { type Chosen, letLettersChoose } from "./choose-by-typing.ts";
import { areKeysOn, areKeysText, close, isDialogOpen, press, sendFrom } from "./keys.ts";

const CommandPalette = dynamic(() => import("./command-palette.tsx").then((file) => file.CommandPalette), {
  ssr: false,
});
const ShortcutHelp = dynamic(() => import("./shortcut-help.tsx").then((file) => file.ShortcutHelp), {
  ssr: false,
});

type Props = {
  places: readonly { href: string; label: string }[];
  /** For those who may search the claims. */
  findAction: FormAction<Found> | null;
};

/** The desk's keyboard: one listener for every key that an element of the page bears, the help and the palette. */
export function Shortcuts(known: Props) {
  const t = useTranslations("desk.keys");
  const [shown, setShown] = useState<"help" | "palette">();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  // What is typed while a window is still on its way decides nothing.
  const isOnItsWay = useRef(false);
  useEffect(() => {
    isOnItsWay.current = shown !== undefined;
  }, [shown]);
  useEffect(() => {
    const choose = letLettersChoose();
    const act = (event: KeyboardEvent): boolean => {
      if (isDialogOpen() || isOnItsWay.current) return false;
      const choice = choose(event);
      if (choice) setChosen(choice);
      if (choice) return true;
      if (event.key === "Enter" && sendFrom(event)) return true;
      if (event.key === "Escape") return close(event);
      if (event.repeat || areKeysText(event) || !areKeysOn()) return false;
      if (event.key !== "?") return press(event.key);
      setShown("help");
      return true;
    };
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setShown((now) => (now === "palette" ? undefined : "palette"));
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (act(event)) event.preventDefault();
    };
    const forget = () => setChosen(null);
    document.addEventListener("keydown", onKey);
    document.addEventListener("focusout", forget);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("focusout", forget);
    };
  }, []);
  const hide = () => setShown(undefined);
  return (
    <>
      <div className="desk-width flex flex-wrap gap-2 pb-4" data-print="hide">
        <Button variant="quiet" size="sm" onClick={() => setShown("palette")}>
          {t("palette.open")} <Kbd>Ctrl K</Kbd>
        </Button>
        <Button variant="quiet" size="sm" onClick={() => setShown("help")}>
          {t("help.open")} <Kbd>?</Kbd>
        </Button>
      </div>
      <p
        role="status"
        className="fixed bottom-4 start-4 z-40 rounded-sm bg-ink px-3 py-1.5 text-paper empty:invisible"
      >
        {chosen
          ? t(chosen.label === null ? "typed.none" : "typed.chosen", { ...chosen, label: chosen.label ?? "" })
          : null}
      </p>
      {shown === "palette" ? <CommandPalette {...known} onClose={hide} /> : null}
      {shown === "help" ? <ShortcutHelp onClose={hide} /> : null}
    </>
  );
}
