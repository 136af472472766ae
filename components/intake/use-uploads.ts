"use client";

import { type RefObject, useCallback, useEffect, useReducer, useRef } from "react";
import { useLanguage } from "#components/ui/language";
import { fillText } from "./upload-form.ts";
import { noUploads, reduceUploads, type Sending, type UploadEvent } from "./uploads.ts";

/** The files of the form around an element: each is sent as soon as it is chosen, and its words are read. */
export function useUploads(inside: RefObject<HTMLElement | null>) {
  const { locale } = useLanguage();
  const [uploads, tell] = useReducer(reduceUploads, noUploads);
  const running = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const all = running.current;
    return () => {
      for (const stop of all.values()) stop.abort();
    };
  }, []);

  /** Puts what was read into the form's text, when that is empty or somebody wants it. */
  const fill = useCallback(
    (key: string, text: string, anyway = false) => {
      if (fillText(inside.current?.closest("form"), text, anyway)) tell({ type: "filled", key });
    },
    [inside],
  );

  useEffect(() => {
    const all = running.current;
    for (const [key, stop] of all) {
      if (uploads.files.some((one) => one.key === key && one.state !== "waiting")) continue;
      stop.abort();
      all.delete(key);
    }
    for (const one of uploads.files) {
      if (one.state !== "waiting") continue;
      const stop = new AbortController();
      all.set(one.key, stop);
      tell({ type: "begun", key: one.key });
      void deliver(one, locale, stop.signal, (event) => {
        if (stop.signal.aborted) return;
        tell(event);
        if (event.type === "read" && event.text) fill(event.key, event.text);
      });
    }
  }, [uploads.files, locale, fill]);

  const add = (files: readonly File[]) =>
    tell({ type: "chosen", files: files.map((file) => ({ key: newKey(), name: file.name, file })) });
  return { ...uploads, tell, add, fill };
}

const newKey = () => crypto.randomUUID?.() ?? String(Math.random());

/** Sends a file and waits for its words, telling each step. */
async function deliver(
  { key, file }: Sending,
  locale: string,
  signal: AbortSignal,
  tell: (event: UploadEvent) => void,
): Promise<void> {
  try {
    // Loaded when somebody has a file: most people have none.
    const { sendFile, awaitWords } = await import("./upload-send.ts");
    const onProgress = (share: number) => tell({ type: "progressed", key, share });
    const id = await sendFile(file, { locale, signal, onProgress });
    const isReadable = !/^(application|audio|video)\//.test(file.type);
    tell({ type: "sent", key, id, isReadable });
    if (!isReadable) return;
    const view = await awaitWords(id, signal);
    if (!view) return tell({ type: "unread", key });
    const { text = "", doubts = [], warnings } = view;
    tell({ type: "read", key, text, doubts, warnings });
  } catch (error) {
    const isRefused = error instanceof Error && error.name === "Refused";
    tell({ type: "failed", key, ...(isRefused && { refusal: error.message }) });
  }
}
