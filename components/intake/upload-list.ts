"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useLanguage } from "#components/ui/language";
import { UPLOAD_LIMIT, UPLOADS_PER_REPORT } from "#lib/files/media";
import type { Messages } from "#lib/i18n/messages";

/** A file on its way to the desk. */
export type Sending = {
  key: string;
  name: string;
  file: Blob;
  /** What the browser itself can show of it. */
  preview: string | null;
  state: "sending" | "reading" | "done" | "failed";
  share: number;
  id?: string;
  text?: string;
  warnings: readonly string[];
  problem?: string;
};

type Words = Messages["uploads"]["field"];
type Tell = (message: string) => void;

/** The files of a form: each is sent as soon as it is chosen, and its words are read. */
export function useUploads(words: Words, tell: Tell, onText: (text: string, uploadId: string) => void) {
  const { locale } = useLanguage();
  const [list, setList] = useState<readonly Sending[]>([]);
  const stops = useRef(new Map<string, AbortController>());
  const latest = useRef(list);
  latest.current = list;
  const read = useRef(onText);
  read.current = onText;
  useEffect(() => {
    const running = stops.current;
    return () => {
      for (const stop of running.values()) stop.abort();
    };
  }, []);

  const change = useCallback((key: string, facts: Partial<Sending>) => {
    setList((all) => all.map((one) => (one.key === key ? { ...one, ...facts } : one)));
  }, []);

  const start = useCallback(
    async (key: string, file: Blob) => {
      const stop = new AbortController();
      stops.current.get(key)?.abort();
      stops.current.set(key, stop);
      const { signal } = stop;
      const update = (facts: Partial<Sending>) => {
        if (!signal.aborted) change(key, facts);
      };
      update({ state: "sending", share: 0 });
      try {
        // Loaded when somebody has a file: most people have none.
        const { sendFile, awaitWords } = await import("./upload-send.ts");
        const onProgress = (share: number) => update({ share });
        const id = await sendFile(file, { locale, signal, onProgress });
        const isPicture = !/^(application|audio|video)\//.test(file.type);
        update({ id, state: isPicture ? "reading" : "done" });
        const view = isPicture ? await awaitWords(id, signal) : null;
        update({ state: "done", text: view?.text ?? "", warnings: view?.warnings ?? [] });
        if (!signal.aborted && view?.text) read.current(view.text, id);
      } catch (error) {
        const refused = error instanceof Error && error.name === "Refused";
        const sent = latest.current.find((one) => one.key === key)?.id !== undefined;
        // What was sent is sent, though its words may not be known.
        if (sent) update({ state: "done" });
        else update({ state: "failed", problem: (refused && error.message) || words.network });
      }
    },
    [change, locale, words],
  );

  const add = useCallback(
    (files: readonly File[]) => {
      const room = UPLOADS_PER_REPORT - latest.current.length;
      const taken = files.slice(0, Math.max(0, room));
      const more = taken.map((file) => toSending(file, words));
      setList((all) => [...all, ...more]);
      for (const { key, file, state } of more) if (state === "sending") void start(key, file);
      const most = String(UPLOADS_PER_REPORT);
      tell(
        taken.length < files.length
          ? words.tooMany.replace("{most}", most)
          : words.added.replace("{count}", String(taken.length)),
      );
    },
    [start, tell, words],
  );

  const remove = (key: string) => {
    stops.current.get(key)?.abort();
    const gone = list.find((one) => one.key === key);
    if (gone?.preview) URL.revokeObjectURL(gone.preview);
    setList((all) => all.filter((one) => one.key !== key));
    tell(words.removed);
  };

  /** Sends another picture in its place: the same with parts of it covered. */
  const replace = (key: string, file: Blob) => {
    setList((all) => all.map((one) => (one.key === key ? afresh(one, file) : one)));
    void start(key, file);
  };

  const retry = (key: string) => {
    const again = list.find((one) => one.key === key);
    if (again) void start(key, again.file);
  };

  return { list, add, remove, replace, retry };
}

function toSending(file: File, words: Words): Sending {
  const tooLarge = file.size > UPLOAD_LIMIT;
  return {
    key: crypto.randomUUID?.() ?? String(Math.random()),
    name: file.name,
    file,
    preview: /^image\/(jpeg|png|webp)$/.test(file.type) ? URL.createObjectURL(file) : null,
    state: tooLarge ? "failed" : "sending",
    share: 0,
    warnings: [],
    ...(tooLarge && { problem: words.tooLarge }),
  };
}

function afresh({ key, name, preview }: Sending, file: Blob): Sending {
  if (preview) URL.revokeObjectURL(preview);
  return { key, name, file, preview: URL.createObjectURL(file), state: "sending", share: 0, warnings: [] };
}
