"use client";

import { useEffect } from "react";
import { carryFiles } from "./carried-files.tsx";
import { draftKey } from "./draft-key.ts";

/** The report has been filed: its draft is no longer needed. */
export function ForgetDraft() {
  useEffect(() => {
    localStorage.removeItem(draftKey);
    carryFiles([]);
  }, []);
  return null;
}
