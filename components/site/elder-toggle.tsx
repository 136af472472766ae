"use client";

import { type ChangeEvent, useEffect, useRef } from "react";

const key = "elder-mode";

/** 长辈版: the style sheet follows this checkbox by itself; with scripts the choice is also remembered. */
export function ElderToggle({ label, hint }: { label: string; hint: string }) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current && localStorage.getItem(key) === "on") box.current.checked = true;
  }, []);
  const remember = ({ currentTarget }: ChangeEvent<HTMLInputElement>) =>
    currentTarget.checked ? localStorage.setItem(key, "on") : localStorage.removeItem(key);
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-2 text-sm" title={hint}>
      <input
        ref={box}
        type="checkbox"
        id="elder-mode"
        onChange={remember}
        className="size-[1.15em] accent-azurite"
      />
      {label}
    </label>
  );
}
