"use client";

import { useTranslations } from "next-intl";
import type { FieldCode } from "#lib/platform/validation";

/** Words the codes of what is wrong with a field. */
export function useFieldWords() {
  const t = useTranslations("errors.field");
  return (codes: readonly string[] | undefined): string | undefined => {
    const [code] = codes ?? [];
    if (code === undefined) return undefined;
    return t.has(code as FieldCode) ? t(code as FieldCode) : t("invalid");
  };
}
