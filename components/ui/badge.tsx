import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";

const look = cva(
  "inline-flex max-w-full items-center gap-1.5 whitespace-nowrap elder:whitespace-normal rounded-sm border px-2 py-px font-medium text-sm leading-relaxed [&_svg]:size-[1.05em] [&_svg]:shrink-0",
  {
    variants: {
      tone: {
        neutral: "border-line bg-sunken text-ink",
        outline: "border-line-strong bg-transparent text-ink-soft",
        ink: "border-ink bg-ink text-paper",
        azurite: "border-azurite/30 bg-azurite-wash text-azurite",
        malachite: "border-malachite/30 bg-malachite-wash text-malachite",
        ochre: "border-ochre/30 bg-ochre-wash text-ochre",
        vermilion: "border-vermilion/30 bg-vermilion-wash text-vermilion",
        slate: "border-slate/30 bg-slate-wash text-slate",
        plum: "border-plum/30 bg-plum-wash text-plum",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

export type BadgeTone = NonNullable<VariantProps<typeof look>["tone"]>;

/** A short word about the state of something; the word says it, the colour only repeats it. */
export function Badge({ tone, className, ...rest }: ComponentProps<"span"> & { tone?: BadgeTone }) {
  return <span className={look({ tone, className })} {...rest} />;
}
