import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { Link } from "./link.tsx";

const look = cva(
  // By name (app/globals.css): a page has many of them.
  "button",
  {
    variants: {
      variant: {
        primary: "button-primary",
        secondary: "button-secondary",
        quiet: "button-quiet",
        danger: "button-danger",
      },
      size: {
        sm: "button-sm",
        md: "",
        lg: "button-lg",
      },
    },
    defaultVariants: { variant: "primary", size: "md" },
  },
);

type Look = VariantProps<typeof look>;

/** A button that acts; `type="button"` unless told otherwise. */
export function Button({
  variant,
  size,
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & Look) {
  return <button type={type} className={look({ variant, size, className })} {...rest} />;
}

/** A label that looks like a button: what stands in it hidden is pressed by the browser itself. */
export function ButtonLabel({ variant, size, className, ...rest }: ComponentProps<"label"> & Look) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is among its children.
    <label
      className={look({
        variant,
        size,
        className: cn(
          "relative has-focus-visible:outline-3 has-focus-visible:outline-focus has-focus-visible:outline-offset-2",
          className,
        ),
      })}
      {...rest}
    />
  );
}

/** A link that looks like a button: it goes somewhere. */
export function ButtonLink({ variant, size, className, ...rest }: ComponentProps<typeof Link> & Look) {
  return <Link className={look({ variant, size, className })} {...rest} />;
}
