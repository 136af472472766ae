"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button";
import type { Messages } from "#lib/i18n/messages";

/** The files that were sent from the box, until the report is filed; their ids are worth nothing in another browser. */
const STORE = "report-files";

/** Takes files along to the report form. */
export function carryFiles(ids: readonly string[]): void {
  try {
    sessionStorage.setItem(STORE, ids.join(" "));
  } catch {
    // A browser that keeps nothing has them sent again.
  }
}

function carried(): string[] {
  try {
    return (sessionStorage.getItem(STORE) ?? "").split(" ").filter((id) => id !== "");
  } catch {
    return [];
  }
}

/** The files that came along from the box, as a part of the report. */
export function CarriedFiles({ words }: { words: Messages["report"]["form"]["files"] }) {
  const [ids, setIds] = useState<readonly string[]>([]);
  const note = useRef<HTMLParagraphElement>(null);
  useEffect(() => setIds(carried()), []);
  // Whoever watches the form sees its hidden fields only when it is told.
  useEffect(() => {
    if (ids.length > 0) note.current?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [ids]);
  if (ids.length === 0) return null;
  const remove = () => {
    carryFiles([]);
    setIds([]);
  };
  return (
    <p ref={note} className="mt-2 flex flex-wrap items-center gap-x-2 text-sm">
      {words.carried.replace("{count}", String(ids.length))}
      <Button variant="quiet" size="sm" onClick={remove}>
        {words.remove}
      </Button>
      {ids.map((id) => (
        <input key={id} type="hidden" name="uploadIds" value={id} />
      ))}
    </p>
  );
}
