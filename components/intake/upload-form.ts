import { type RefObject, useEffect, useRef } from "react";

type Handlers = {
  add: (files: readonly File[]) => void;
  /** Whether a file is still on its way, so that the form must wait. */
  isBusy: boolean;
  wait: () => void;
};

/** Lets files be pasted into and dropped on the whole form around an element, and holds its sending back while one is on its way. */
export function useUploadForm(inside: RefObject<HTMLElement | null>, handlers: Handlers): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    const form = inside.current?.closest("form");
    if (!form) return;
    const take = (event: Event, data: DataTransfer | null) => {
      const files = [...(data?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      latest.current.add(files);
    };
    const paste = (event: ClipboardEvent) => {
      // What was copied with its words, from a text editor say, is meant as words.
      if (!event.clipboardData?.getData("text/plain")) take(event, event.clipboardData);
    };
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    const drop = (event: DragEvent) => take(event, event.dataTransfer);
    const hold = (event: SubmitEvent) => {
      if (!latest.current.isBusy) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current.wait();
    };
    form.addEventListener("paste", paste);
    form.addEventListener("dragover", over);
    form.addEventListener("drop", drop);
    form.addEventListener("submit", hold, { capture: true });
    return () => {
      form.removeEventListener("paste", paste);
      form.removeEventListener("dragover", over);
      form.removeEventListener("drop", drop);
      form.removeEventListener("submit", hold, { capture: true });
    };
  }, [inside]);
}

/** Puts words into the form's text when it is empty; returns whether they stand there now. */
export function fillText(form: HTMLFormElement | null | undefined, words: string, anyway: boolean): boolean {
  const text = form?.querySelector<HTMLTextAreaElement>("textarea[name=text]");
  if (!text) return false;
  const typed = text.value.trim();
  if (typed !== "" && !anyway) return typed === words.trim();
  text.value = typed === "" ? words : `${typed}\n${words}`;
  text.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}
