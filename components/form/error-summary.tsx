"use client";

import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { useLanguage } from "#components/ui/language";

/** `fieldId` is the id of the control, or of the group, that the message is about. */
export type FieldProblem = { fieldId?: string; message: ReactNode };

type Props = {
  problems: readonly FieldProblem[];
  /** Changes with each answer, so that the summary takes the focus again. */
  answer?: unknown;
  /** The first field that is wrong takes the focus instead: for those who work by keys all day. */
  leadsToField?: boolean;
  children?: ReactNode;
};

/** Everything that keeps a form from being accepted, each a link to its field; takes the focus when it appears. */
export function ErrorSummary({ problems, answer, leadsToField, children }: Props) {
  const { words } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const appeared = problems.length > 0;
  const told = useRef<unknown>(null);
  useEffect(() => {
    if (appeared && told.current !== answer) {
      const wrong = leadsToField && box.current?.querySelector("a")?.hash.slice(1);
      if (!wrong || !goToField(wrong, "nearest")) box.current?.focus();
    }
    told.current = appeared ? answer : null;
  }, [appeared, answer, leadsToField]);
  if (!appeared) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded border-4 border-vermilion bg-surface p-4 sm:p-5"
    >
      <h2 className="text-xl">
        {problems.length === 1
          ? words.errorSummaryOne
          : words.errorSummary.replace("{count}", String(problems.length))}
      </h2>
      {children ? <div className="mt-1">{children}</div> : null}
      <ul className="mt-2 space-y-1">
        {problems.map(({ fieldId, message }, at) => (
          <li key={fieldId ?? `problem-${at}`} className="font-medium text-vermilion">
            {fieldId ? (
              <a
                href={`#${fieldId}`}
                onClick={followLink}
                className="text-vermilion hover:text-vermilion-deep"
              >
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Puts the cursor in a field, or the first control of a group, with its label in view; whether there is one. */
function goToField(id: string, block: ScrollLogicalPosition): boolean {
  const field = document.getElementById(id);
  if (!field) return false;
  const label = document.querySelector(`label[for="${CSS.escape(id)}"]`);
  const control = field.querySelector<HTMLElement>('[type="radio"], [type="checkbox"]') ?? field;
  for (const element of [control, label ?? field]) element.scrollIntoView({ block });
  control.focus({ preventScroll: true });
  return true;
}

function followLink(event: MouseEvent<HTMLAnchorElement>) {
  if (goToField(event.currentTarget.hash.slice(1), "start")) event.preventDefault();
}
