import type { Division } from "#lib/reference/divisions";

/** `成都市` is spoken of as `成都`; names of two characters are never shortened. */
const spoken = (name: string): string =>
  name.length > 2 ? name.replace(/(?:(?:藏族|羌族|彝族){1,3}自治[州县]|[省市区县])$/, "") : name;

/** Divisions that a claim's texts name, the more exact ones first; a county makes its prefecture superfluous. */
export function suggestPlaces(texts: readonly string[], divisions: readonly Division[]): Division[] {
  const text = texts.join("\n");
  const named = divisions.filter(
    ({ zh, level }) => level !== "province" && (text.includes(zh) || text.includes(spoken(zh))),
  );
  const parents = new Set(named.map(({ parentCode }) => parentCode));
  return named.filter(({ code }) => !parents.has(code)).slice(0, 5);
}
