"use client";

import type { ComponentProps, ReactNode } from "react";
import { Kbd } from "#components/ui/kbd";
import { SubmitButton } from "#components/ui/submit-button";
import { Answer, Offline } from "./refusal.tsx";
import type { FormOf } from "./use-form.ts";

type Watched = "id" | "onInput" | "onCompositionStart" | "onCompositionEnd";

type Props = Pick<ComponentProps<"form">, Watched> &
  Pick<ComponentProps<typeof SubmitButton>, "variant" | "size"> & {
    form: FormOf;
    /** What the form carries besides its fields; the version that was seen goes along by itself. */
    hidden?: Readonly<Record<string, string | number | readonly string[]>>;
    /** The words of its button; a form with other buttons has them among its children. */
    submit?: ReactNode;
    /** The key that presses the button. */
    shortcut?: string | undefined;
    /** Whether the button stays in sight as long as a part of a long form is. */
    isKeptInSight?: boolean;
    /**
     * On a page whose scripts sleep (public/start.js): touching the form wakes them. Where the browser keeps what was typed
     * into it, for then they wake at once.
     */
    wakes?: readonly string[];
    done?: string | undefined;
    /** Shown in the place of what became of it. */
    answer?: ReactNode;
    className?: string;
    children?: ReactNode;
  };

const keptInSight =
  "lg:sticky lg:bottom-0 lg:z-10 lg:border-line lg:border-t lg:bg-paper lg:py-2 elder:static";

/** A form with what became of it, its fields and its button; at the desk as small as its decisions. */
export function Form({
  form,
  hidden = {},
  submit,
  shortcut,
  isKeptInSight,
  variant,
  size = "sm",
  wakes,
  done,
  answer = <Answer form={form} done={done} leadsToField={size === "sm"} />,
  className = size === "sm" ? "space-y-4" : "space-y-6",
  children,
  ...watched
}: Props) {
  return (
    <form
      {...watched}
      {...form.props}
      data-unsent={form.isRefused || undefined}
      data-live={wakes?.join(" ")}
      className={className}
    >
      {Object.entries(hidden).flatMap(([name, value]) =>
        [value]
          .flat()
          .map((each) => <input key={`${name} ${each}`} type="hidden" name={name} value={each} />),
      )}
      {form.seen === undefined ? null : <input type="hidden" name="version" value={form.seen} />}
      {wakes ? (
        <div hidden data-offline>
          <Offline />
        </div>
      ) : null}
      {answer}
      {children}
      {submit === undefined ? null : (
        <div className={isKeptInSight ? keptInSight : undefined}>
          <SubmitButton
            size={size}
            variant={variant}
            data-key={shortcut}
            aria-keyshortcuts={shortcut}
            className={size === "sm" ? "w-full sm:w-auto" : undefined}
          >
            {submit}
            {shortcut ? (
              <span aria-hidden className="ms-2">
                <Kbd>{shortcut}</Kbd>
              </span>
            ) : null}
          </SubmitButton>
        </div>
      )}
    </form>
  );
}
