import { CircleCheck, CircleX, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

const tones = {
  info: { icon: Info, box: "border-azurite bg-azurite-wash", ink: "text-azurite", role: undefined },
  success: {
    icon: CircleCheck,
    box: "border-malachite bg-malachite-wash",
    ink: "text-malachite",
    role: "status",
  },
  warning: { icon: TriangleAlert, box: "border-ochre bg-ochre-wash", ink: "text-ochre", role: undefined },
  error: { icon: CircleX, box: "border-vermilion bg-vermilion-wash", ink: "text-vermilion", role: "alert" },
} as const;

type Props = {
  tone?: keyof typeof tones;
  title?: ReactNode;
  children?: ReactNode;
  /** Announced when it appears: "status" politely, "alert" at once, "off" when it is part of the page. */
  live?: "status" | "alert" | "off";
  className?: string;
};

/** Something to know before going on: what happened, what was kept, what to do. */
export function Notice({ tone = "info", title, children, live, className }: Props) {
  const { icon: Icon, box, ink, role } = tones[tone];
  return (
    <div
      role={live === "off" ? undefined : (live ?? role)}
      className={cn("flex gap-3 rounded-sm border-s-4 px-4 py-3 text-ink", box, className)}
    >
      <Icon aria-hidden className={cn("mt-[0.3em] size-[1.2em] shrink-0", ink)} />
      <div className="min-w-0 space-y-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div>{children}</div> : null}
      </div>
    </div>
  );
}
