"use client";

import { Eye } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useCallback, useSyncExternalStore } from "react";
import type { Present } from "#lib/desk/list-presence";
import { useLive } from "./live-desk.tsx";

const nobody: readonly Present[] = [];
const never = () => () => {};

function usePresent(claim: string): readonly Present[] {
  const people = useLive()?.people;
  const watch = useCallback(
    (changed: () => void) => people?.watch(claim, changed) ?? never(),
    [people, claim],
  );
  return useSyncExternalStore(
    watch,
    () => people?.at(claim) ?? nobody,
    () => nobody,
  );
}

/** Names a person as colleagues know them. */
function usePost(): (person: Present) => string {
  const t = useTranslations("desk.live");
  const labels = useTranslations("labels.role");
  const isEnglish = useLocale() === "en";
  return ({ name, role, member }) => {
    const post = [labels(role), member && (isEnglish ? member.en : member.zh)].filter(Boolean).join(" · ");
    return t("person", { name, post });
  };
}

/** Who else has this claim open: it is said, and keeps nobody from deciding. */
export function AlsoHere({ claim }: { claim: string }) {
  const t = useTranslations("desk.live");
  const postOf = usePost();
  const people = usePresent(claim);
  return (
    <p role="status" className="flex items-start gap-2 text-sm empty:hidden">
      {people.length > 0 ? (
        <>
          <Eye aria-hidden className="mt-[0.3em] size-[1.1em] shrink-0 text-azurite" />
          <span>{t("alsoHere", { people: people.map(postOf).join(t("comma")) })}</span>
        </>
      ) : null}
    </p>
  );
}

const NAMED = 1;

/** The same in a row: one name, and how many more. */
export function LookedAt({ claim }: { claim: string }) {
  const people = usePresent(claim);
  return people.length > 0 ? <Lookers people={people} /> : null;
}

function Lookers({ people }: { people: readonly Present[] }) {
  const t = useTranslations("desk.live");
  const postOf = usePost();
  const named = people.slice(0, NAMED).map(({ name }) => name);
  return (
    <span
      className="relative z-10 ms-2 inline-flex max-w-full items-center gap-1 text-azurite text-sm lg:ms-0 lg:mt-1 lg:flex elder:lg:ms-2 elder:lg:inline-flex"
      title={people.map(postOf).join(t("comma"))}
    >
      <Eye aria-hidden className="size-[1.1em] shrink-0" />
      <span className="sr-only">{t("lookedAt")}</span>
      {t("names", { names: named.join(t("comma")), more: people.length - named.length })}
    </span>
  );
}
