import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { Word } from "./language.tsx";

/** What ties a control to its label, hint and error; spread it on the control. */
export type ControlProps = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

type FieldText = { label: ReactNode; hint?: ReactNode; error?: ReactNode; optional?: boolean };

/** A labelled control with its hint and error; works the same before scripts have loaded. */
export function Field({
  id,
  label,
  hint,
  error,
  optional,
  large,
  className,
  children,
}: FieldText & {
  id: string;
  large?: boolean;
  className?: string;
  children: (control: ControlProps) => ReactNode;
}) {
  return (
    <div className={cn("min-w-0", error && marked, className)}>
      <label htmlFor={id} className={cn("block font-semibold", large && "text-xl leading-snug")}>
        {label}
        {optional ? <Optional /> : null}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      <div className="mt-2">{children(control(id, hint, error))}</div>
    </div>
  );
}

/** A question answered by several controls: radios, checkboxes, the parts of a date. */
export function FieldGroup({
  id,
  label,
  hint,
  error,
  optional,
  className,
  children,
}: FieldText & { id: string; className?: string; children: ReactNode }) {
  const { "aria-describedby": describedBy } = control(id, hint, error);
  return (
    <div className={cn(error && marked, className)}>
      <fieldset id={id} tabIndex={-1} aria-describedby={describedBy} className="min-w-0">
        <legend className="font-semibold">
          {label}
          {optional ? <Optional /> : null}
        </legend>
        <HintAndError id={id} hint={hint} error={error} />
        <div className="mt-2">{children}</div>
      </fieldset>
    </div>
  );
}

const marked = "border-s-4 border-vermilion ps-4";

const control = (id: string, hint: ReactNode, error: ReactNode): ControlProps => ({
  id,
  "aria-describedby": cn(hint && `${id}-hint`, error && `${id}-error`) || undefined,
  "aria-invalid": error ? true : undefined,
});

function Optional() {
  return (
    <span className="ms-2 font-normal text-ink-soft text-sm">
      <Word name="optional" />
    </span>
  );
}

function HintAndError({ id, hint, error }: { id: string; hint: ReactNode; error: ReactNode }) {
  return (
    <>
      {hint ? (
        <p id={`${id}-hint`} className="text-ink-soft text-sm leading-relaxed">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="font-medium text-vermilion">
          <span className="sr-only">
            <Word name="errorPrefix" />
          </span>
          {error}
        </p>
      ) : null}
    </>
  );
}
