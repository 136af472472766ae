"use client";

import { type ChangeEvent, useState } from "react";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { useScripted } from "#components/ui/scripted.ts";

/** Narrows the directory as one types; without scripts the browser's own search does. */
export function DirectoryFilter({ label, none }: { label: string; none: string }) {
  const [nothing, setNothing] = useState(false);
  const scripted = useScripted();
  if (!scripted) return null;
  const narrow = ({ currentTarget }: ChangeEvent<HTMLInputElement>) =>
    setNothing(show(currentTarget.value.trim().toLowerCase()) === 0);
  return (
    <search className="block" data-print="hide">
      <Field id="member-filter" label={label}>
        {(control) => <Input {...control} type="search" widthInHan={20} onChange={narrow} />}
      </Field>
      <p role="status" className="mt-2">
        {nothing ? none : null}
      </p>
    </search>
  );
}

/** Hides what does not contain the words and opens what does; the number of members left. */
function show(words: string): number {
  let count = 0;
  for (const group of document.querySelectorAll<HTMLDetailsElement>("[data-group]")) {
    let found = 0;
    for (const member of group.querySelectorAll<HTMLElement>("[data-name]")) {
      member.hidden = !(member.dataset.name ?? "").toLowerCase().includes(words);
      if (!member.hidden) found += 1;
    }
    group.hidden = found === 0;
    if (words !== "") group.open = found > 0;
    count += found;
  }
  return count;
}
