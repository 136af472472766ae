"use client";

import { useTranslations } from "next-intl";
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { BatchTold } from "#components/desk/batch-told";
import { tickPicked } from "#components/desk/keys.ts";
import { useTellBatch } from "#components/desk/tell-batch";
import { telling } from "#components/desk/told-decision.ts";
import { UndoForm } from "#components/desk/undo-form";
import { Answer } from "#components/form/refusal";
import { type FormOf, useForm } from "#components/form/use-form.ts";
import { Button } from "#components/ui/button";
import { cn } from "#components/ui/cn.ts";
import { Kbd } from "#components/ui/kbd";
import { useScripted } from "#components/ui/scripted.ts";
import type { ClosingChoice } from "#lib/desk/closing-choices";
import type { BatchOutcome } from "#lib/routing/decide-many";
import type { FormAction } from "#lib/web/form";
import { BulkDecisions, useBulkLabels } from "./bulk-decisions.tsx";
import { TickedContext } from "./select-claim.tsx";

type Props = {
  action: FormAction<BatchOutcome>;
  undoAction: FormAction<BatchOutcome>;
  /** Whether they are those that were kept apart. */
  isApart: boolean;
  closings: readonly ClosingChoice[];
  /** How many there are; where nothing is left to decide about, what became of the last decision is told all the same. */
  count: number;
  /** The claims, each with its box. */
  children: ReactNode;
};

/** Claims of the queue, to be ticked and decided about together; `x` ticks the one in focus, with Shift all from the last one on. */
export function QueueBulk({ action, undoAction, isApart, closings, count, children }: Props) {
  const t = useTranslations("desk.bulk");
  const isScripted = useScripted();
  const told = telling(action, useTellBatch(undoAction));
  const form = useForm(told, {
    labels: useBulkLabels(),
    isKept: true,
    words: { problems: { "claims.required": t("nothing"), "claims.tooMany": t("tooMany") } },
  });
  const { state } = form;
  const { outcome } = state;
  const boxes = useBoxes(form, outcome?.done ?? 0);
  const ticked = useMemo(() => ({ claims: state.typed?.claims ?? [], answer: state }), [state]);
  return (
    <TickedContext value={ticked}>
      <form {...form.props} onClick={boxes.onClick} onChange={boxes.recount} onKeyDown={sendOwn}>
        {/* Enter in a field sends what the field is for (`sendOwn`), and without scripts nothing. */}
        <button type="submit" disabled hidden />
        {children}
        <section
          hidden={count === 0}
          aria-label={t("label")}
          className={cn(
            "space-y-3 border-line-strong border-t bg-paper py-3",
            boxes.count > 0 && "lg:not-has-[details[open]]:sticky lg:bottom-0 lg:z-20 elder:static!",
          )}
        >
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
            <p id={form.field("claims").id} tabIndex={-1} role="status">
              {isScripted ? t("count", { count: boxes.count }) : t("withoutScripts")}
            </p>
            {isScripted ? (
              <>
                <Button variant="quiet" size="sm" onClick={boxes.selectPage}>
                  {t("selectPage", { count })}
                </Button>
                {boxes.count > 0 ? (
                  <Button variant="quiet" size="sm" onClick={boxes.clear}>
                    {t("clear")}
                  </Button>
                ) : (
                  <span aria-hidden className="hidden text-ink-soft lg:inline">
                    <Kbd>x</Kbd> {t("key")}
                  </span>
                )}
              </>
            ) : null}
          </div>
          <Answer form={form} leadsToField />
          {/* What is typed stays while nothing is ticked: a colleague may have taken what was. */}
          <div hidden={boxes.count === 0 && isScripted}>
            <BulkDecisions form={form} isApart={isApart} closings={closings} />
          </div>
        </section>
      </form>
      <div className="space-y-3 py-3 empty:hidden">
        {outcome && !isScripted ? <BatchTold outcome={outcome} /> : null}
        <UndoForm
          action={undoAction}
          isOffered={outcome !== null && outcome.done > 0 && !isScripted}
          hidden={{ batchId: outcome?.batchId ?? "" }}
          submit={t("undo")}
          told={(undone) => <BatchTold outcome={undone} />}
        />
      </div>
    </TickedContext>
  );
}

const ticksIn = (form: HTMLFormElement | null): HTMLInputElement[] => [
  ...(form?.querySelectorAll<HTMLInputElement>('input[name="claims"]') ?? []),
];

/** What was pressed goes with the last tick: the focus goes on to the first claim that is left. */
function goOn(form: HTMLFormElement | null) {
  const here = document.activeElement;
  if (here !== document.body && !form?.contains(here)) return;
  const next = form?.querySelector<HTMLElement>("a[data-row]") ?? document.getElementById("main");
  next?.focus({ preventScroll: true });
}

/** The boxes of the form: how many are ticked, and several at once. */
function useBoxes({ ref, state }: FormOf, done: number) {
  const [count, setCount] = useState(0);
  const last = useRef<HTMLInputElement | null>(null);
  const recount = () => setCount(ticksIn(ref.current).filter(({ checked }) => checked).length);
  // What has left the page is ticked no longer.
  useEffect(() => {
    const form = ref.current;
    const observer = new MutationObserver(() =>
      setCount(ticksIn(form).filter(({ checked }) => checked).length),
    );
    if (form) observer.observe(form, { childList: true, subtree: true });
    // What was decided is ticked no longer; where nothing was, everything stays as it was.
    if (state.typed === null && done > 0) {
      form?.reset();
      goOn(form);
    }
    setCount(ticksIn(form).filter((one) => one.checked).length);
    return () => observer.disconnect();
  }, [ref, state, done]);

  useEffect(() => {
    if (ref.current) tickPicked(ref.current);
  }, [ref]);

  const tick = (boxes: readonly HTMLInputElement[], checked: boolean) => {
    for (const box of boxes) box.checked = checked;
    recount();
  };
  const onClick = (event: MouseEvent) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.name !== "claims") return;
    const all = ticksIn(ref.current);
    const [from, to] = [last.current ? all.indexOf(last.current) : -1, all.indexOf(box)];
    if (event.shiftKey && from >= 0) tick(all.slice(Math.min(from, to), Math.max(from, to) + 1), box.checked);
    last.current = box;
  };
  return {
    count,
    recount,
    onClick,
    selectPage: () => tick(ticksIn(ref.current), true),
    clear: () => tick(ticksIn(ref.current), false),
  };
}

/** Enter in a field decides what the field belongs to. */
function sendOwn(event: KeyboardEvent<HTMLFormElement>) {
  const { target } = event;
  if (event.key !== "Enter" || !(target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const own = target.closest("details")?.querySelector<HTMLButtonElement>('button[type="submit"]');
  if (own) event.currentTarget.requestSubmit(own);
}
