"use client";

import { useMessages } from "next-intl";
import type { ReactNode } from "react";
import { WhoWasFirst } from "#components/claims/who-was-first";
import { FormWordsProvider } from "./words.tsx";

/** The words of every form of the desk. */
export function DeskFormWords({ children }: { children: ReactNode }) {
  const { form, errors } = useMessages();
  const { field, BAD_REQUEST, BUSY, CONFLICT, FULL, RATE_LIMITED, UNAVAILABLE, VALIDATION } = errors;
  const general = { BUSY, CONFLICT, FULL, RATE_LIMITED, UNAVAILABLE, VALIDATION, other: BAD_REQUEST };
  const words = {
    ...form,
    problems: field,
    nothingLost: VALIDATION.detail,
    First: WhoWasFirst,
    refusals: { ...general, ...form.refused, ...form.refusals },
  };
  return <FormWordsProvider words={words}>{children}</FormWordsProvider>;
}
