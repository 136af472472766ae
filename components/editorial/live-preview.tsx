"use client";

import { useFormMetadata } from "@conform-to/react";
import { useDeferredValue } from "react";
import type { PreviewSources } from "#lib/desk/load-writing";
import { type DraftFields, readContent } from "./draft-fields.ts";
import { DraftPreview } from "./draft-preview.tsx";

/** The notice as its readers will see it, while it is being written. */
export function LivePreview({ formId, sources }: { formId: string; sources: PreviewSources }) {
  const form = useFormMetadata<DraftFields>(formId);
  const typed = useDeferredValue(form.value);
  const content = readContent(typed);
  const points = content.points.filter(({ text }) => text !== "");
  return <DraftPreview content={{ ...content, points }} sources={sources} />;
}
