import { useLocalName } from "#components/claims/local-name.ts";

/** Whom a letter is for, set apart from what is said about it. */
export function MemberName({ member }: { member: { zh: string; en: string } }) {
  const nameOf = useLocalName();
  return <p className="border-line-strong border-s-4 ps-4 font-serif text-xl">{nameOf(member)}</p>;
}
