"use client";

import { useTranslations } from "next-intl";
import { ErrorSummary } from "#components/form/error-summary";
import { useFieldWords } from "./field-words.tsx";

type Props = {
  form: { id: string; allErrors: Record<string, string[]> };
  /** The fields' labels by their names; a list's items are looked up without their numbers. */
  labels: Readonly<Record<string, string>>;
};

/** All that keeps a form from being accepted, at its top, each a link to its field. */
export function FormProblems({ form, labels }: Props) {
  const t = useTranslations("people.form");
  const words = useFieldWords();
  const problems = Object.entries(form.allErrors).flatMap(([name, codes]) => {
    const problem = words(codes);
    if (problem === undefined) return [];
    const field = labels[name.replace(/\[\d+\]/g, "[]")] ?? labels[name.replace(/\[\d+\]$/, "")];
    return [
      field
        ? { fieldId: `${form.id}-${name}`, message: t("problem", { field, problem }) }
        : { message: problem },
    ];
  });
  return <ErrorSummary problems={problems} />;
}
