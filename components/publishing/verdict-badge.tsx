import {
  CircleCheck,
  CircleQuestionMark,
  CircleX,
  Clapperboard,
  Contrast,
  History,
  type LucideIcon,
  TriangleAlert,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "#components/ui/cn.ts";
import type { Verdict } from "#lib/investigation/vocabulary";
import { type Hue, marks } from "#lib/publishing/marks";

/** By their names alone, for a page would carry the drawing of each a second time for React. */
const icons: Record<Verdict, LucideIcon> = {
  false: CircleX,
  misleading: TriangleAlert,
  "partly-true": Contrast,
  "old-news": History,
  fabricated: Clapperboard,
  unproven: CircleQuestionMark,
  true: CircleCheck,
};

const text: Record<Hue, string> = {
  vermilion: "text-vermilion",
  ochre: "text-ochre",
  plum: "text-plum",
  slate: "text-slate",
  malachite: "text-malachite",
};

const wash: Record<Hue, string> = {
  vermilion: "border-vermilion/40 bg-vermilion-wash",
  ochre: "border-ochre/40 bg-ochre-wash",
  plum: "border-plum/40 bg-plum-wash",
  slate: "border-slate/40 bg-slate-wash",
  malachite: "border-malachite/40 bg-malachite-wash",
};

const fill: Record<Hue, string> = {
  vermilion: "bg-vermilion",
  ochre: "bg-ochre",
  plum: "bg-plum",
  slate: "bg-slate",
  malachite: "bg-malachite",
};

type Props = { verdict: Verdict; size?: "sm" | "md" | "lg"; className?: string };

/** 结论 as icon, word and colour: `sm` in running lists, `md` on cards, `lg` once, on the notice itself. */
export function VerdictBadge({ verdict, size = "md", className }: Props) {
  const t = useTranslations("labels.verdict");
  const { hue } = marks[verdict];
  const Icon = icons[verdict];
  const looks = {
    sm: cn("gap-1.5 whitespace-nowrap text-sm leading-relaxed", text[hue]),
    md: cn("gap-1.5 whitespace-nowrap rounded-sm border px-2.5 py-0.5 leading-relaxed", text[hue], wash[hue]),
    lg: cn("gap-3 rounded px-5 py-2.5 text-2xl leading-snug tracking-wide", fill[hue], "text-on-fill"),
  };
  return (
    <strong className={cn("inline-flex max-w-full items-center font-semibold", looks[size], className)}>
      <Icon aria-hidden strokeWidth={2.25} className="size-[1.1em] shrink-0" />
      {t(verdict)}
    </strong>
  );
}
