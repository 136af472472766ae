"use client";

import { useEffect } from "react";
import { forgetTyped } from "#components/form/keep.ts";
import { carryFiles } from "./carried-files.tsx";
import { DRAFT_KEY } from "./draft-key.ts";

/** The report has been filed: its draft is no longer needed. */
export function ForgetDraft() {
  useEffect(() => {
    forgetTyped(DRAFT_KEY);
    carryFiles([]);
  }, []);
  return null;
}
