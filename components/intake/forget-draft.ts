"use client";

import { useEffect } from "react";
import { forgetTyped } from "#components/form/keep.ts";
import { carryFiles } from "./carried-files.tsx";
import { BOX_KEY, DRAFT_KEY } from "./draft-key.ts";

/** The report has been filed: neither its draft nor the question that it came of is needed any longer. */
export function ForgetDraft() {
  useEffect(() => {
    forgetTyped(DRAFT_KEY);
    forgetTyped(BOX_KEY, "tab");
    carryFiles([]);
  }, []);
  return null;
}
