"use client";

import { CopyButton } from "./copy-button.tsx";

type Props = { title: string; hint: string; text: string; copyLabel: string };

/** A piece of a program or a call, to be copied. */
export function Example({ title, hint, text, copyLabel }: Props) {
  return (
    <div className="space-y-2">
      <h2 className="text-base">{title}</h2>
      <p className="text-ink-soft text-sm">{hint}</p>
      <pre className="whitespace-pre-wrap break-all rounded-sm border border-line-strong bg-surface px-3 py-2 font-mono text-sm">
        {text}
      </pre>
      <CopyButton text={text} label={copyLabel} />
    </div>
  );
}
