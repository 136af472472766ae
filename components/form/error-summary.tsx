"use client";

import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { useLanguage } from "#components/ui/language";

/** `fieldId` is the id of the control, or of the group, that the message is about. */
export type FieldProblem = { fieldId?: string; message: ReactNode };

type Props = {
  problems: readonly FieldProblem[];
  /** Changes with each answer, so that the summary takes the focus again. */
  answer?: unknown;
  children?: ReactNode;
};

/** Everything that keeps a form from being accepted, each a link to its field; takes the focus when it appears. */
export function ErrorSummary({ problems, answer, children }: Props) {
  const { words } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const appeared = problems.length > 0;
  const told = useRef<unknown>(null);
  useEffect(() => {
    if (appeared && told.current !== answer) box.current?.focus();
    told.current = appeared ? answer : null;
  }, [appeared, answer]);
  if (!appeared) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded border-4 border-vermilion bg-surface p-4 sm:p-5"
    >
      <h2 className="text-xl">{words.errorSummary}</h2>
      {children ? <div className="mt-1">{children}</div> : null}
      <ul className="mt-2 space-y-1">
        {problems.map(({ fieldId, message }, at) => (
          <li key={fieldId ?? `problem-${at}`} className="font-medium text-vermilion">
            {fieldId ? (
              <a
                href={`#${fieldId}`}
                onClick={focusField}
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

/** Following the link puts the cursor in the field, with its label in view. */
function focusField(event: MouseEvent<HTMLAnchorElement>) {
  const field = document.getElementById(event.currentTarget.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  const label = document.querySelector(`label[for="${CSS.escape(field.id)}"]`);
  (label ?? field).scrollIntoView();
  field.focus({ preventScroll: true });
}
