"use client";

import { FileText } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Button } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import type { Messages } from "#lib/i18n/messages";
import type { Sending } from "./upload-list.ts";

const UploadCover = lazy(() => import("./upload-cover.tsx"));

type Props = {
  file: Sending;
  words: Pick<Messages["uploads"], "field" | "cover">;
  /** Whether its words stand in the form's text already. */
  isFilled: boolean;
  addText: () => void;
  remove: () => void;
  retry: () => void;
  replace: (file: Blob) => void;
};

/** A file that goes along with a report: how far it is, what was read in it, and what may be done with it. */
export function UploadItem({
  file,
  words: { field, cover },
  isFilled,
  addText,
  remove,
  retry,
  replace,
}: Props) {
  const [isCovering, setCovering] = useState(false);
  const isMoving = file.state === "sending";
  return (
    <li className="rounded border border-line bg-surface p-3">
      <div className="flex items-start gap-3">
        <Thumbnail preview={file.preview} />
        <div className="min-w-0 grow">
          <p className="truncate text-sm">{file.name}</p>
          <p className="text-ink-soft text-sm">{stateOf(file, field, isFilled)}</p>
          {isMoving ? (
            <progress className="mt-1 w-full" aria-label={file.name} max={1} value={file.share} />
          ) : null}
          {file.problem && file.state === "failed" ? (
            <p className="text-vermilion text-sm">{file.problem}</p>
          ) : null}
        </div>
      </div>
      {file.warnings.length > 0 ? (
        <Notice tone="warning" live="status" className="mt-3">
          {field.warning.replace("{kinds}", kindsOf(file.warnings, field))}
        </Notice>
      ) : null}
      {file.text && !isFilled ? (
        <figure className="mt-3">
          <figcaption className="font-semibold text-sm">{field.textLabel}</figcaption>
          <blockquote
            lang="zh-CN"
            className="mt-1 max-h-40 overflow-y-auto whitespace-pre-line border-line border-s-3 ps-3 text-sm"
          >
            {file.text}
          </blockquote>
        </figure>
      ) : null}
      <div className="mt-2 flex flex-wrap gap-1">
        {file.text && !isFilled ? (
          <Button variant="quiet" size="sm" onClick={addText}>
            {field.addText}
          </Button>
        ) : null}
        {file.state === "failed" ? (
          <Button variant="quiet" size="sm" onClick={retry}>
            {field.retry}
          </Button>
        ) : null}
        {file.preview && (file.state === "done" || file.state === "reading") ? (
          <Button
            variant="quiet"
            size="sm"
            aria-expanded={isCovering}
            onClick={() => setCovering(!isCovering)}
          >
            {field.cover}
          </Button>
        ) : null}
        <Button variant="quiet" size="sm" onClick={remove}>
          {isMoving ? field.cancel : field.remove}
          <span className="sr-only">{file.name}</span>
        </Button>
      </div>
      {isCovering && file.preview ? (
        <Suspense>
          <UploadCover
            words={cover}
            file={file.file}
            preview={file.preview}
            cancel={() => setCovering(false)}
            save={(covered) => {
              setCovering(false);
              replace(covered);
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

function stateOf(
  { state, share, text, preview, file }: Sending,
  words: Props["words"]["field"],
  isFilled: boolean,
) {
  if (state === "sending") return words.sending.replace("{percent}", String(Math.round(share * 100)));
  if (state !== "done") return words[state];
  const isPicture = preview !== null || file.type.startsWith("image/");
  if (isFilled) return words.filled;
  return isPicture && text === "" ? words.noWords : words.done;
}

const kindsOf = (kinds: readonly string[], { kinds: names, separator }: Props["words"]["field"]): string =>
  Object.entries(names)
    .flatMap(([kind, name]) => (kinds.includes(kind) ? name : []))
    .join(separator);
