import type { ReactNode } from "react";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { Select } from "#components/ui/select";
import { Textarea } from "#components/ui/textarea";
import type { ReportField, readTyped } from "./report-fields.ts";
import type { ReportParts } from "./report-state.ts";

type Props = {
  parts: ReportParts;
  typed: ReturnType<typeof readTyped>;
  field: (name: Exclude<ReportField, "uploadIds">) => {
    id: string;
    label: string;
    error: string | undefined;
  };
};

/** Everything that a report may say besides the claim itself; none of it has to be filled in. */
export function ReportDetails({ parts, typed, field }: Props) {
  const { words } = parts;
  return (
    <>
      <div className="grid gap-7 sm:grid-cols-2 elder:grid-cols-1">
        <Field {...field("seenOn")} optional>
          {(control) => (
            <Select {...control} name="seenOn" defaultValue={typed.seenOn}>
              <Choices none={words.choose}>{parts.seenOn}</Choices>
            </Select>
          )}
        </Field>
        <Field {...field("seenAt")} optional>
          {(control) => <Input {...control} type="date" name="seenAt" defaultValue={typed.seenAt} />}
        </Field>
        <Field {...field("division")} optional>
          {(control) => (
            <Select {...control} name="division" defaultValue={typed.division}>
              <Choices none={words.unsure}>{parts.divisions}</Choices>
            </Select>
          )}
        </Field>
        <Field {...field("topic")} optional>
          {(control) => (
            <Select {...control} name="topic" defaultValue={typed.topic}>
              <Choices none={words.unsure}>{parts.topics}</Choices>
            </Select>
          )}
        </Field>
      </div>
      <Field {...field("note")} hint={words.note.hint} optional>
        {(control) => (
          <Textarea {...control} name="note" rows={2} className="min-h-20!" defaultValue={typed.note} />
        )}
      </Field>
      <Field {...field("contact")} hint={words.contact.hint} optional>
        {(control) => (
          <Input
            {...control}
            name="contact"
            widthInHan={22}
            autoComplete="email"
            defaultValue={typed.contact}
          />
        )}
      </Field>
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
