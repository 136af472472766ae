import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { Spoken } from "#components/ui/spoken";

/** Narrows the directory as one types (public/reading.js); without scripts the browser's own search does. */
export function DirectoryFilter({ label, none }: { label: string; none: string }) {
  return (
    <search className="block" data-acts data-needs="scripts" data-print="hide">
      <Field id="member-filter" label={label}>
        {(control) => <Input {...control} type="search" autoComplete="off" widthInHan={20} />}
      </Field>
      <Spoken words={{ none }} className="mt-2" />
    </search>
  );
}
