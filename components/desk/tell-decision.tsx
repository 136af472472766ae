"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef } from "react";
import type { UndoOutcome } from "#lib/routing/undo-decision";
import type { FormAction } from "#lib/web/form";
import { useCarried } from "./carried.tsx";
import { useTell } from "./told-decision.ts";
import { UndoForm } from "./undo-form.tsx";

type Props = { eventId: string | null; words: string; undoAction: FormAction<UndoOutcome> };

/** Tells a decision of one's own once it stands on the page; what stood there before was told already. */
export function TellDecision({ eventId, words, undoAction }: Props) {
  const t = useTranslations("desk.undo");
  const tell = useTell();
  const carried = useCarried();
  const known = useRef(eventId);
  const tellOf = useEffectEvent((about: { eventId: string }) =>
    tell({
      about,
      node: carried(
        <>
          <p>{words}</p>
          <UndoForm
            key={about.eventId}
            action={undoAction}
            hidden={about}
            submit={t("submit")}
            shortcut="u"
            onDone={(undone) => {
              if (undone.ok) tell({ about: {}, node: <p role="status">{t("takenBack", { words })}</p> });
            }}
          />
        </>,
      ),
    }),
  );
  useEffect(() => {
    if (known.current === eventId) return;
    known.current = eventId;
    if (eventId) tellOf({ eventId });
  }, [eventId]);
  return null;
}
