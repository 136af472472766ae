import type { ReactNode } from "react";
import { AreaField, SelectField, TextField } from "#components/form/fields";
import type { FormOf } from "#components/form/use-form.ts";
import type { ReportParts } from "./report-state.ts";

type Detail = "seenOn" | "seenAt" | "division" | "topic" | "note" | "contact";

type Props = { parts: ReportParts; form: FormOf<Detail> };

/** Everything that a report may say besides the claim itself; none of it has to be filled in. */
export function ReportDetails({ parts, form }: Props) {
  const { words } = parts;
  return (
    <>
      <div className="grid gap-7 sm:grid-cols-2 elder:grid-cols-1">
        <SelectField form={form} name="seenOn" optional>
          <Choices none={words.choose}>{parts.seenOn}</Choices>
        </SelectField>
        <TextField form={form} name="seenAt" type="date" optional />
        <SelectField form={form} name="division" optional>
          <Choices none={words.unsure}>{parts.divisions}</Choices>
        </SelectField>
        <SelectField form={form} name="topic" optional>
          <Choices none={words.unsure}>{parts.topics}</Choices>
        </SelectField>
      </div>
      <AreaField form={form} name="note" hint={words.note.hint} rows={2} optional />
      <TextField
        form={form}
        name="contact"
        hint={words.contact.hint}
        widthInHan={22}
        autoComplete="email"
        optional
      />
    </>
  );
}

/** The choices of a list, after the one that says nothing. */
function Choices({ none, children }: { none: string; children: ReactNode }) {
  return (
    <>
      <option value="">{none}</option>
      {children}
    </>
  );
}
