"use client";

import { useEffect, useRef, useState } from "react";
import { findTyped, keepTyped } from "#components/form/keep.ts";
import { Button } from "#components/ui/button";

/** Where this tab keeps the files of a report that was not filed yet; their ids are worth nothing in another browser. */
export const FILES_KEY = "report-files";

/** Takes files along to the report form. */
export const carryFiles = (ids: readonly string[]): void =>
  keepTyped(FILES_KEY, { uploadIds: [...ids] }, "tab");

type Props = {
  /** Where they are kept. */
  from: string;
  words: { carried: string; remove: string };
};

/** The files that had been sent before this form was opened, as a part of it. */
export function CarriedFiles({ from, words }: Props) {
  const [ids, setIds] = useState<readonly string[]>([]);
  const note = useRef<HTMLParagraphElement>(null);
  const form = useRef<HTMLFormElement | null>(null);
  useEffect(() => setIds(findTyped(from, "tab")?.typed.uploadIds ?? []), [from]);
  // Whoever watches the form sees its hidden fields only when it is told.
  useEffect(() => {
    if (ids.length > 0) form.current = note.current?.closest("form") ?? null;
    form.current?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [ids]);
  if (ids.length === 0) return null;
  return (
    <p ref={note} className="mt-2 flex flex-wrap items-center gap-x-2 text-sm">
      {words.carried.replace("{count}", String(ids.length))}
      <Button variant="quiet" size="sm" onClick={() => setIds([])}>
        {words.remove}
      </Button>
      {ids.map((id) => (
        <input key={id} type="hidden" name="uploadIds" value={id} />
      ))}
    </p>
  );
}
