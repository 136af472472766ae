"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "#components/ui/checkbox";
import { Dialog } from "#components/ui/dialog";
import { Kbd } from "#components/ui/kbd";
import { areKeysOn, setKeysOn } from "./keys.ts";

const groups = {
  list: ["j", "k", "Enter", "/", "x", "Shift X", "n"],
  claim: [
    ...["a", "3 4 5", "1", "2", "m", "r", "c", "w", "z", "p", "t", "q", "v", "s", "o"],
    ...["e", "y", "f", "d", "b", "h"],
  ] as const,
  anywhere: ["u", "i", "abc", "Ctrl K", "?", "Esc"],
} as const;

/** Every key of the desk, and the switch that turns the single ones off. */
export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const t = useTranslations("desk.keys.help");
  const [on, setOn] = useState(areKeysOn);
  const toggle = (next: boolean) => {
    setKeysOn(next);
    setOn(next);
  };
  return (
    <Dialog open onOpenChange={onClose} title={t("title")} description={t("description")}>
      {(Object.keys(groups) as (keyof typeof groups)[]).map((group) => (
        <section key={group} className="mb-4">
          <h3 className="mb-1 text-base">{t(`groups.${group}`)}</h3>
          <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 sm:grid-cols-[auto_1fr_auto_1fr] elder:grid-cols-[auto_1fr]">
            {groups[group].map((key) => (
              <div key={key} className="contents">
                <dt>
                  <Kbd>{key}</Kbd>
                </dt>
                <dd>{t(`keys.${key === "/" ? "slash" : key === "?" ? "question" : key}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Checkbox
        id="desk-keys"
        label={t("switch")}
        hint={t("switchHint")}
        checked={on}
        onChange={(event) => toggle(event.currentTarget.checked)}
      />
    </Dialog>
  );
}
