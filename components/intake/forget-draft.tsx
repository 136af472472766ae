"use client";

import { useEffect } from "react";
import { draftKey } from "./draft-key.tsx";

/** The report has been filed: its draft is no longer needed. */
export function ForgetDraft() {
  useEffect(() => localStorage.removeItem(draftKey), []);
  return null;
}
