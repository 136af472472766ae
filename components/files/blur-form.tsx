"use client";

import { useEffect, useReducer } from "react";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import type { Messages } from "#lib/i18n/messages";
import type { FormAction } from "#lib/web/form";
import { AreaEditor } from "./area-editor.tsx";
import { noDrawing, reduceDrawing } from "./drawing.ts";

type Props = {
  action: FormAction;
  uploadId: string;
  src: string;
  words: Messages["uploads"]["desk"]["blur"];
  areaWords: Messages["uploads"]["cover"]["areas"];
};

const sides = ["x", "y", "width", "height"] as const;

/** Makes areas of a picture unrecognisable in a copy. */
export function BlurForm({ action, uploadId, src, words, areaWords }: Props) {
  const form = useForm(action, {
    labels: { areas: areaWords.list },
    words: { problems: { "areas.required": words.none } },
  });
  const [drawing, tell] = useReducer(reduceDrawing, noDrawing);
  const { outcome } = form.state;
  useEffect(() => {
    if (outcome?.ok) tell({ type: "cleared" });
  }, [outcome]);
  return (
    <>
      <p className="mb-3 text-ink-soft text-sm">{words.hint}</p>
      <Form form={form} hidden={{ uploadId }} submit={words.submit} variant="secondary" done={words.done}>
        <AreaEditor id={form.field("areas").id} words={areaWords} src={src} drawing={drawing} tell={tell} />
        {drawing.areas.flatMap((area, at) =>
          sides.map((side) => (
            <input
              key={`${area.key}-${side}`}
              type="hidden"
              name={`areas[${at}].${side}`}
              value={area[side]}
            />
          )),
        )}
      </Form>
    </>
  );
}
