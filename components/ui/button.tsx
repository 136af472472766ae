import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { Link } from "./link.tsx";

const look = cva(
  "inline-flex cursor-pointer items-center justify-center gap-2 rounded border text-center font-medium no-underline transition-colors disabled:cursor-not-allowed aria-disabled:cursor-progress [&_svg]:size-[1.15em] [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary:
          "border-transparent bg-azurite text-on-fill hover:bg-azurite-deep hover:text-on-fill disabled:border-line disabled:bg-sunken disabled:text-ink-soft",
        secondary:
          "border-line-strong bg-surface text-ink hover:border-ink hover:bg-sunken hover:text-ink disabled:border-line disabled:bg-sunken disabled:text-ink-soft aria-pressed:border-azurite aria-pressed:bg-azurite-wash",
        quiet:
          "border-transparent bg-transparent text-azurite hover:bg-azurite-wash hover:text-azurite-deep disabled:text-ink-soft",
        danger:
          "border-transparent bg-vermilion text-on-fill hover:bg-vermilion-deep hover:text-on-fill disabled:border-line disabled:bg-sunken disabled:text-ink-soft",
      },
      size: {
        sm: "min-h-9 elder:min-h-11 px-3 py-1 text-sm leading-snug",
        md: "min-h-11 px-5 py-2 leading-snug",
        lg: "min-h-13 px-7 py-3 text-lg leading-snug",
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
