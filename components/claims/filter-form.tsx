"use client";

import { X } from "lucide-react";
import { ButtonLink } from "#components/ui/button";
import { ChooseForm, ChooseOne, ChooseWords } from "#components/ui/choose-form";
import { Link } from "#components/ui/link";

type Option = { value: string; name: string; typed?: string };
type Kept = { value: string; name: string; without: string };

/** What can be chosen of a kind: one, or one more beside those that are kept, each with the address without it. */
export type Choice = {
  name: string;
  label: string;
  any: string;
  chosen?: string | undefined;
  options: readonly Option[];
  kept?: readonly Kept[];
};

type Props = {
  words: Record<"submit" | "clear" | "q" | "qHint" | "chosen" | "leaveOut", string>;
  /** What the address says besides. */
  address: Readonly<Record<string, string | undefined>>;
  /** The way to what can be chosen, where it is not shown. */
  more: { href: string; label: string } | null;
  clear: string | null;
  q: string | undefined;
  choices: readonly Choice[];
};

/** The filters of the queue, drawn where they are shown, so that only their words travel there. */
export function FilterForm({ words, address, more, clear, q, choices }: Props) {
  const kept = choices.flatMap(({ name, kept: some = [] }) => some.map((one) => ({ ...one, of: name })));
  return (
    <ChooseForm
      submit={words.submit}
      kept={address}
      clear={clear ? { href: clear, label: words.clear } : null}
      also={
        more ? (
          <ButtonLink href={more.href} variant="quiet">
            {more.label}
          </ButtonLink>
        ) : null
      }
      more={kept.length > 0 ? <KeptList kept={kept} words={words} /> : null}
    >
      <ChooseWords name="q" label={words.q} chosen={q} shortcut="/" placeholder={words.qHint} />
      {choices.map(({ name, label, any, chosen, options }) => (
        <ChooseOne key={name} name={name} label={label} chosen={chosen} any={any}>
          {options.map(({ value, name: word, typed }) => (
            <option key={value} value={value} data-spelling={typed}>
              {word}
            </option>
          ))}
        </ChooseOne>
      ))}
    </ChooseForm>
  );
}

type KeptProps = { kept: readonly (Kept & { of: string })[]; words: Props["words"] };

/** What was chosen of the kinds that know several: it goes along, and each can be left out again. */
function KeptList({ kept, words }: KeptProps) {
  return (
    <ul aria-label={words.chosen} className="flex w-full flex-wrap gap-2">
      {kept.map(({ of, value, name, without }) => (
        <li key={`${of} ${value}`}>
          <input type="hidden" name={of} value={value} />
          <Link
            href={without}
            className="inline-flex min-h-9 items-center gap-1.5 rounded border border-line-strong px-3 text-ink text-sm no-underline hover:border-ink hover:text-ink"
          >
            {name}
            <X aria-hidden className="size-[1.1em]" />
            <span className="sr-only">{words.leaveOut}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
