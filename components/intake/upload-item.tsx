"use client";

import { FileText } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { Button } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import type { Messages } from "#lib/i18n/messages";
import { ReadFigure } from "./read-figure.tsx";
import { isShown, type Sending, type UploadEvent } from "./uploads.ts";

const UploadCover = lazy(() => import("./upload-cover.tsx"));

type Props = {
  file: Sending;
  words: Pick<Messages["uploads"], "field" | "cover">;
  tell: (event: UploadEvent) => void;
  fill: (key: string, text: string, anyway?: boolean) => void;
};

/** A file that goes along with a report: how far it is, what was read in it, and what may be done with it. */
export function UploadItem({ file: sending, words: { field, cover }, tell, fill }: Props) {
  const { key, name, file, state, text, doubts, isFilled } = sending;
  const [isCovering, setCovering] = useState(false);
  const preview = usePreview(file);
  const isMoving = state === "waiting" || state === "sending";
  const problem = sending.refusal ?? (sending.problem && field[sending.problem]);
  return (
    <li className="rounded border border-line bg-surface p-3">
      <div className="flex items-start gap-3">
        <Thumbnail preview={preview} />
        <div className="min-w-0 grow">
          <p className="truncate text-sm">{name}</p>
          <p className="text-ink-soft text-sm">{stateOf(sending, field)}</p>
          {isMoving ? (
            <progress className="mt-1 w-full" aria-label={name} max={1} value={sending.share} />
          ) : null}
          {problem ? <p className="text-vermilion text-sm">{problem}</p> : null}
        </div>
      </div>
      {sending.warnings.length > 0 ? (
        <Notice tone="warning" live="status" className="mt-3">
          {field.warning.replace("{kinds}", kindsOf(sending.warnings, field))}
        </Notice>
      ) : null}
      {text && (!isFilled || doubts.length > 0) ? (
        <div className="mt-3">
          <ReadFigure
            text={text}
            doubts={doubts}
            words={isFilled ? field : { ...field, doubts: field.doubtsApart }}
          />
        </div>
      ) : null}
      <div className="mt-2 flex flex-wrap gap-1">
        {text && !isFilled ? (
          <Button variant="quiet" size="sm" onClick={() => fill(key, text, true)}>
            {field.addText}
          </Button>
        ) : null}
        {state === "failed" ? (
          <Button variant="quiet" size="sm" onClick={() => tell({ type: "retried", key })}>
            {field.retry}
          </Button>
        ) : null}
        {preview && (state === "done" || state === "reading") ? (
          <Button
            variant="quiet"
            size="sm"
            aria-expanded={isCovering}
            onClick={() => setCovering(!isCovering)}
          >
            {field.cover}
          </Button>
        ) : null}
        <Button variant="quiet" size="sm" onClick={() => tell({ type: "removed", key })}>
          {isMoving ? field.cancel : field.remove}
          <span className="sr-only">{name}</span>
        </Button>
      </div>
      {isCovering && preview ? (
        <Suspense>
          <UploadCover
            words={cover}
            file={file}
            preview={preview}
            cancel={() => setCovering(false)}
            save={(covered) => {
              setCovering(false);
              tell({ type: "covered", key, file: covered });
            }}
          />
        </Suspense>
      ) : null}
    </li>
  );
}

function Thumbnail({ preview }: { preview: string | null }) {
  if (preview)
    return <img src={preview} alt="" className="size-16 shrink-0 rounded-sm bg-sunken object-cover" />;
  return <FileText aria-hidden className="size-10 shrink-0 text-ink-soft" />;
}

/** What the browser itself can show of a file; nothing before scripts run, or of what it cannot. */
function usePreview(file: Blob): string | null {
  const [preview, setPreview] = useState<string | null>(null);
  useEffect(() => {
    if (!isShown(file)) return;
    const address = URL.createObjectURL(file);
    setPreview(address);
    return () => URL.revokeObjectURL(address);
  }, [file]);
  return preview;
}

function stateOf(
  { state, share, text, file, isFilled, isUnread }: Sending,
  words: Props["words"]["field"],
): string {
  if (state === "waiting" || state === "sending")
    return words.sending.replace("{percent}", String(Math.round(share * 100)));
  if (state !== "done") return words[state];
  if (isUnread) return words.unread;
  if (isFilled) return words.filled;
  return file.type.startsWith("image/") && text === "" ? words.noWords : words.done;
}

const kindsOf = (kinds: readonly string[], { kinds: names, separator }: Props["words"]["field"]): string =>
  Object.entries(names)
    .flatMap(([kind, name]) => (kinds.includes(kind) ? name : []))
    .join(separator);
