import { type ComponentProps, type ReactNode, useId } from "react";
import { Button, ButtonLink } from "./button.tsx";
import { Input } from "./input.tsx";
import { Kbd } from "./kbd.tsx";
import { Select } from "./select.tsx";

type Props = {
  /** Where the answer is; this very page when left out. */
  action?: string;
  submit: ReactNode;
  /** What the address says besides, and keeps. */
  kept?: Readonly<Record<string, string | undefined>>;
  /** The way back, once something was chosen. */
  clear?: { href: string; label: ReactNode } | null;
  /** The way to more that can be chosen. */
  also?: ReactNode;
  /** What fewer people choose by, below the rest. */
  more?: ReactNode;
  children: ReactNode;
};

/** Chooses what is shown; an ordinary form, so that the choice is an address and needs no scripts. */
export function ChooseForm({ action, submit, kept = {}, clear, also, more, children }: Props) {
  return (
    <search data-print="hide">
      <form action={action} className="flex flex-wrap items-end gap-x-3 gap-y-2">
        {Object.entries(kept).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        {children}
        <div className="flex gap-2">
          <Button type="submit" variant="secondary">
            {submit}
          </Button>
          {also}
          {clear ? (
            <ButtonLink href={clear.href} variant="quiet">
              {clear.label}
            </ButtonLink>
          ) : null}
        </div>
        {more}
      </form>
    </search>
  );
}

type OneProps = {
  name: string;
  label: ReactNode;
  chosen: string | undefined;
  /** What it is called when nothing is chosen; left out where something always is. */
  any?: ReactNode;
  /** The options. */
  children: ReactNode;
};

/** One of several, of a form that chooses what is shown. */
export function ChooseOne({ name, label, chosen = "", any, children }: OneProps) {
  const id = useId();
  return (
    <Labelled id={id} label={label} className="min-w-40 flex-1 sm:max-w-72 elder:min-w-56">
      {/* A new key for another choice: what the address says is what the control shows. */}
      <Select key={chosen} id={id} name={name} defaultValue={chosen}>
        {any ? <option value="">{any}</option> : null}
        {children}
      </Select>
    </Labelled>
  );
}

type WordsProps = Pick<ComponentProps<"input">, "placeholder" | "maxLength"> & {
  name: string;
  label: ReactNode;
  chosen: string | undefined;
  type?: "search" | "date";
  /** The key that puts the cursor there. */
  shortcut?: string;
};

/** Words to look for, or a day, of a form that chooses what is shown. */
export function ChooseWords({ label, chosen, type = "search", shortcut, ...rest }: WordsProps) {
  const id = useId();
  const width =
    type === "date"
      ? "min-w-40 flex-1 sm:max-w-52 elder:min-w-64 elder:max-w-none"
      : "min-w-56 flex-2 sm:max-w-120";
  return (
    <Labelled id={id} label={label} shortcut={shortcut} className={width}>
      <Input key={chosen} id={id} type={type} defaultValue={chosen} data-key={shortcut} {...rest} />
    </Labelled>
  );
}

type LabelledProps = Pick<WordsProps, "label" | "shortcut"> & {
  id: string;
  className: string;
  children: ReactNode;
};

function Labelled({ id, label, shortcut, className, children }: LabelledProps) {
  return (
    <div className={className}>
      <label htmlFor={id} className="block pb-0.5 text-ink-soft text-sm">
        {label}
        {shortcut ? (
          <span aria-hidden className="ms-2">
            <Kbd>{shortcut}</Kbd>
          </span>
        ) : null}
      </label>
      {children}
    </div>
  );
}
