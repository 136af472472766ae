"use client";

import { Copy, type LucideIcon, Share2 } from "lucide-react";
import { type ComponentProps, useId } from "react";
import { Button } from "./button.tsx";
import { useLanguage } from "./language.tsx";
import { Spoken } from "./spoken.tsx";
import { Textarea } from "./textarea.tsx";

type Props = { text: string; label?: string; size?: "sm" | "md" };

/** Copies a text and says so; where the browser will not, the text stands there selected. */
export function CopyButton({ text, label, size }: Props) {
  const { words } = useLanguage();
  return (
    <Handing
      does="copy"
      data-text={text}
      icon={Copy}
      label={label ?? words.copy}
      done={words.copied}
      size={size}
    />
  );
}

/** Hands this page to another program of the device; where there is no way to, its address is copied. */
export function ShareButton() {
  const { words } = useLanguage();
  return <Handing does="share" icon={Share2} label={words.share} done={words.addressCopied} />;
}

type HandingProps = Pick<ComponentProps<typeof Button>, "size"> & {
  does: "copy" | "share";
  "data-text"?: string;
  icon: LucideIcon;
  label: string;
  /** What is said when it was copied. */
  done: string;
};

/** The button, what is said of it, and the place for what has to be copied by hand; public/reading.js acts. */
function Handing({ does, icon: Icon, label, done, size = "sm", ...rest }: HandingProps) {
  const { words } = useLanguage();
  const id = useId();
  return (
    <div data-acts data-needs="scripts" data-print="hide" className="min-w-0 space-y-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button id={id} variant="secondary" size={size} data-does={does} {...rest}>
          <Icon aria-hidden />
          {label}
        </Button>
        <Spoken words={{ done, failed: words.copyFailed }} className="text-sm empty:-ms-3" />
      </div>
      <Textarea aria-labelledby={id} readOnly hidden rows={2} suppressHydrationWarning />
    </div>
  );
}
