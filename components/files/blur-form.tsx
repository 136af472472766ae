"use client";

import { useEffect, useState } from "react";
import { DeskForm } from "#components/desk/desk-form";
import { type DeskAction, useDeskForm } from "#components/desk/use-desk-form";
import type { Messages } from "#lib/i18n/messages";
import { AreaEditor } from "./area-editor.tsx";
import type { DrawnArea } from "./area-fields.tsx";

type Props = {
  action: DeskAction;
  uploadId: string;
  src: string;
  words: Messages["uploads"]["desk"]["blur"];
  areaWords: Messages["uploads"]["cover"]["areas"];
};

const sides = ["x", "y", "width", "height"] as const;

/** Makes areas of a picture unrecognisable in a copy. */
export function BlurForm({ action, uploadId, src, words, areaWords }: Props) {
  const form = useDeskForm(action);
  const [areas, setAreas] = useState<readonly DrawnArea[]>([]);
  const isDone = form.state.outcome?.ok === true;
  useEffect(() => {
    if (isDone) setAreas([]);
  }, [isDone]);
  const error = form.state.result?.error?.areas ? words.none : null;
  return (
    <>
      <p className="mb-3 text-ink-soft text-sm">{words.hint}</p>
      <DeskForm form={form} hidden={{ uploadId }} submit={words.submit} variant="secondary" done={words.done}>
        <AreaEditor words={areaWords} src={src} areas={areas} setAreas={setAreas} />
        {error ? <p className="font-medium text-vermilion">{error}</p> : null}
        {areas.flatMap((area, at) =>
          sides.map((side) => (
            <input
              key={`${area.key}-${side}`}
              type="hidden"
              name={`areas[${at}].${side}`}
              value={area[side]}
            />
          )),
        )}
      </DeskForm>
    </>
  );
}
