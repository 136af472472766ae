import type { ComponentProps, ReactNode } from "react";
import { Choice } from "./choice.tsx";

type Props = Omit<ComponentProps<"input">, "type" | "id"> & {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
};

/** One thing to tick, with its words beside it; all of it can be pressed. */
export function Checkbox(props: Props) {
  return <Choice type="checkbox" {...props} />;
}
