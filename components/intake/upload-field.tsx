"use client";

import { Camera, Paperclip } from "lucide-react";
import { type ChangeEvent, useEffect, useEffectEvent, useRef } from "react";
import { ButtonLabel } from "#components/ui/button";
import { FieldGroup } from "#components/ui/field";
import { Link } from "#components/ui/link";
import { UPLOADS_PER_REPORT } from "#lib/files/media";
import type { Messages } from "#lib/i18n/messages";
import type { ReportFiles } from "#lib/intake/report-files";
import { ReadFigure } from "./read-figure.tsx";
import { useUploadForm } from "./upload-form.ts";
import { UploadItem } from "./upload-item.tsx";
import { isShown } from "./uploads.ts";
import { useUploads } from "./use-uploads.ts";

type Props = {
  words: Pick<Messages["uploads"], "field" | "cover">;
  error?: string | undefined;
  /** Files that were sent from a page without scripts. */
  attached?: ReportFiles | undefined;
};

const accepted =
  "image/jpeg,image/png,image/webp,image/heic,image/heif,application/pdf,video/mp4,audio/mpeg,audio/mp4,.heic,.m4a,.mp3";

/** Pictures and files of a report: chosen, dropped, pasted or photographed, sent at once, their words read. */
export function UploadField({ words, error, attached }: Props) {
  const { field } = words;
  const root = useRef<HTMLDivElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const { files, said, tell, add, fill } = useUploads(root);
  const ids = files.flatMap(({ id }) => id ?? []).join(" ");
  const isBusy = files.some(({ state }) => state === "waiting" || state === "sending");
  const isReading = files.some(({ state }) => state === "reading");
  useUploadForm(root, { add, isBusy, wait: () => tell({ type: "held" }) });
  // Whoever watches the form sees its hidden fields only when it is told.
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current || ids || isReading)
      root.current?.dispatchEvent(new Event("input", { bubbles: true }));
    isFirst.current = false;
  }, [ids, isReading]);

  const takeFrom = (input: HTMLInputElement) => {
    add([...(input.files ?? [])]);
    input.value = "";
  };
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => takeFrom(currentTarget);
  // What was chosen, pasted or dropped before the scripts were awake.
  const takeEarly = useEffectEvent(() => {
    for (const { current } of [chooser, camera]) if (current?.files?.length) takeFrom(current);
  });
  useEffect(() => takeEarly(), []);
  return (
    <FieldGroup
      id="report-uploadIds"
      label={field.label}
      hint={field.hint.replace("{most}", String(UPLOADS_PER_REPORT))}
      error={error}
      optional
    >
      <div ref={root} data-reading={isReading || undefined} className="space-y-3">
        {attached && attached.ids.length > 0 ? <Attached files={attached} words={field} /> : null}
        <noscript>
          <p>
            <Link href={`/report/file${attached?.ids.length ? `?file=${attached.ids.join("&file=")}` : ""}`}>
              {field.noScriptLink}
            </Link>{" "}
            {field.noScriptFirst}
          </p>
        </noscript>
        <div data-needs="scripts" className="rounded border border-line-strong border-dashed p-3">
          <div className="flex flex-wrap gap-2">
            <ButtonLabel variant="secondary">
              <Paperclip aria-hidden />
              {field.choose}
              <input
                ref={chooser}
                type="file"
                multiple
                accept={accepted}
                onChange={choose}
                className="sr-only"
              />
            </ButtonLabel>
            <span className="hidden pointer-coarse:block">
              <ButtonLabel variant="secondary">
                <Camera aria-hidden />
                {field.camera}
                <input
                  ref={camera}
                  type="file"
                  accept="image/*"
                  capture="environment"
                  onChange={choose}
                  className="sr-only"
                />
              </ButtonLabel>
            </span>
          </div>
          <p className="mt-2 text-ink-soft text-sm pointer-coarse:hidden">{field.drop}</p>
        </div>
        {files.length > 0 ? (
          <ul aria-label={field.list} className="space-y-2">
            {files.map((file) => (
              <UploadItem key={file.key} file={file} words={words} tell={tell} fill={fill} />
            ))}
          </ul>
        ) : null}
        {files.some(({ file }) => isShown(file)) ? <p className="text-sm">{field.reminder}</p> : null}
        <p role="status" className={said?.word === "stillSending" ? "font-medium text-vermilion" : "sr-only"}>
          {said
            ? field[said.word].replace("{most}", String(said.count)).replace("{count}", String(said.count))
            : null}
        </p>
        {files.map(({ key, id }) =>
          id ? <input key={key} type="hidden" name="uploadIds" value={id} /> : null,
        )}
      </div>
    </FieldGroup>
  );
}

/** Files that were sent before: what was read in them stands in the form's text, and here is marked what to look at. */
function Attached({ files, words }: { files: ReportFiles; words: Props["words"]["field"] }) {
  const { ids, text, doubts, isUnread } = files;
  return (
    <div className="space-y-2">
      <p>
        {words.attached.replace("{count}", String(ids.length))}
        {ids.map((id) => (
          <input key={id} type="hidden" name="uploadIds" value={id} />
        ))}
      </p>
      {isUnread ? <p className="text-ink-soft text-sm">{words.unread}</p> : null}
      {doubts.length > 0 ? <ReadFigure text={text} doubts={doubts} words={words} /> : null}
    </div>
  );
}
