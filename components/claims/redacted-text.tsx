import { Fragment } from "react";
import { cn } from "#components/ui/cn.ts";

const MARK = /(〔[^〕]{1,8}已隐去〕)/;

/** A citizen's words as they were stored; what was removed before that shows as a mark. */
export function RedactedText({ text, className }: { text: string; className?: string }) {
  let at = 0;
  return (
    <p lang="zh-CN" className={cn("whitespace-pre-wrap", className)}>
      {text.split(MARK).map((part) => {
        at += part.length + 1;
        return MARK.test(part) ? (
          <span
            key={at}
            className="rounded-sm border border-line-strong border-dashed bg-sunken px-1 text-ink-soft text-sm"
          >
            {part.slice(1, -1)}
          </span>
        ) : (
          <Fragment key={at}>{part}</Fragment>
        );
      })}
    </p>
  );
}
