"use client";

import { useTranslations } from "next-intl";
import type { BatchOutcome } from "#lib/routing/decide-many";
import type { FormAction } from "#lib/web/form";
import { BatchTold } from "./batch-told.tsx";
import { useCarried } from "./carried.tsx";
import { useTell } from "./told-decision.ts";
import { UndoForm } from "./undo-form.tsx";

/** Tells what came of a decision about many, and then of its undo. */
export function useTellBatch(undoAction: FormAction<BatchOutcome>): (batch: BatchOutcome) => void {
  const t = useTranslations("desk.undo");
  const tell = useTell();
  const carried = useCarried();
  return function tellBatch(batch) {
    const about = { batchId: batch.batchId };
    const undo =
      batch.isUndo || batch.done === 0 ? null : (
        <UndoForm
          key={batch.batchId}
          action={undoAction}
          hidden={about}
          told={() => null}
          onDone={tellBatch}
          submit={t("submit")}
          shortcut="u"
        />
      );
    tell({
      about,
      node: carried(
        <>
          <BatchTold outcome={batch} />
          {undo}
        </>,
      ),
    });
  };
}
