"use client";

import { CopyButton } from "./copy-button.tsx";

type Props = { title: string; secret: string; copyLabel: string };

/** A secret that is shown once. */
export function ShownOnce({ title, secret, copyLabel }: Props) {
  return (
    <div className="space-y-2">
      <h2 className="text-base">{title}</h2>
      <p className="select-all break-all rounded-sm border border-line-strong bg-surface px-3 py-2 font-mono">
        {secret}
      </p>
      <CopyButton text={secret} label={copyLabel} size="md" />
    </div>
  );
}
