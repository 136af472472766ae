import type { ReactNode } from "react";
import { Choice } from "./choice.tsx";
import { FieldGroup } from "./field.tsx";

/** How it is typed is told where choosing by letters works. */
type Option = { value: string; label: ReactNode; hint?: ReactNode; spelling?: string };

type Props = {
  id: string;
  name: string;
  label: ReactNode;
  options: readonly Option[];
  hint?: ReactNode;
  error?: ReactNode;
  optional?: boolean;
  defaultValue?: string | undefined;
  columns?: boolean;
  className?: string;
};

/** One choice of several, all of them visible. */
export function RadioGroup({ name, options, defaultValue, columns, ...field }: Props) {
  return (
    <FieldGroup {...field}>
      <div className={columns ? "grid gap-x-6 sm:grid-cols-2 elder:sm:grid-cols-1" : undefined}>
        {options.map(({ value, label, hint, spelling }) => (
          <Choice
            key={value}
            type="radio"
            id={`${field.id}-${value}`}
            name={name}
            value={value}
            label={label}
            hint={hint}
            data-spelling={spelling}
            defaultChecked={value === defaultValue}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
