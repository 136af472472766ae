"use client";

import { useReducer } from "react";
import { AreaEditor } from "#components/files/area-editor";
import { noDrawing, reduceDrawing } from "#components/files/drawing.ts";
import { Button } from "#components/ui/button";
import type { Messages } from "#lib/i18n/messages";
import { coverPicture } from "./upload-shrink.ts";

type Props = {
  words: Messages["uploads"]["cover"];
  file: Blob;
  preview: string;
  save: (covered: Blob) => void;
  cancel: () => void;
};

/** Blacks out parts of a picture in the browser, before anybody gets it. */
export default function UploadCover({ words, file, preview, save, cancel }: Props) {
  const [drawing, tell] = useReducer(reduceDrawing, noDrawing);
  const { areas } = drawing;
  const cover = async () => {
    const covered = await coverPicture(file, areas);
    if (covered) save(covered);
  };
  return (
    <section aria-label={words.title} className="mt-3 space-y-3 border-line border-t pt-3">
      <p className="font-semibold">{words.title}</p>
      <p className="text-ink-soft text-sm">{words.hint}</p>
      <AreaEditor words={words.areas} src={preview} drawing={drawing} tell={tell} />
      <div className="flex flex-wrap gap-2">
        <Button disabled={areas.length === 0} onClick={() => void cover()}>
          {words.save}
        </Button>
        <Button variant="quiet" onClick={cancel}>
          {words.cancel}
        </Button>
      </div>
    </section>
  );
}
