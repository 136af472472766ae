"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { Toast } from "#components/ui/toast";
import type { BatchOutcome } from "#lib/routing/decide-many";
import type { UndoOutcome } from "#lib/routing/undo-decision";
import type { FormAction } from "#lib/web/form";
import { BatchTold } from "./batch-told.tsx";
import { type Told, ToldContext, useTell } from "./told-decision.ts";
import { UndoForm } from "./undo-form.tsx";

type Props = {
  undoAction: FormAction<UndoOutcome>;
  undoManyAction: FormAction<BatchOutcome>;
  children: ReactNode;
};

/** Around the desk: the last decision with its undo stays in sight while one goes on to the next claim. */
export function UndoToasts({ undoAction, undoManyAction, children }: Props) {
  const t = useTranslations("desk.undo");
  const [told, setTold] = useState<Told | null>(null);
  const close = useCallback(() => setTold(null), []);
  const undo = { submit: t("submit"), shortcut: "u" };
  return (
    <ToldContext value={setTold}>
      {told ? (
        <Toast label={t("label")} onClose={close}>
          {"batch" in told ? (
            <>
              <BatchTold outcome={told.batch} />
              {told.batch.isUndo || told.batch.done === 0 ? null : (
                <UndoForm
                  key={told.batch.batchId}
                  action={undoManyAction}
                  hidden={{ batchId: told.batch.batchId }}
                  told={() => null}
                  onDone={(batch) => setTold({ batch })}
                  {...undo}
                />
              )}
            </>
          ) : (
            <>
              <p>{told.words}</p>
              <UndoForm key={told.eventId} action={undoAction} hidden={{ eventId: told.eventId }} {...undo} />
            </>
          )}
        </Toast>
      ) : null}
      {children}
    </ToldContext>
  );
}

/** Tells a decision of one's own once it stands on the page; what stood there before was told already. */
export function TellDecision({ eventId, words }: { eventId: string | null; words: string }) {
  const tell = useTell();
  const known = useRef(eventId);
  useEffect(() => {
    if (known.current === eventId) return;
    known.current = eventId;
    if (eventId) tell({ eventId, words });
  }, [eventId, words, tell]);
  return null;
}
