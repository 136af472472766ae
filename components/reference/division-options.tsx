import { useLocale } from "next-intl";
import type { Division } from "#lib/reference/divisions";

/** The options of a native list of places: the province, then each prefecture with its counties. */
export function DivisionOptions({ divisions }: { divisions: readonly Division[] }) {
  const locale = useLocale();
  const name = ({ zh, en }: Division) => (locale === "en" ? en : zh);
  const option = (division: Division) => (
    <option key={division.code} value={division.code}>
      {name(division)}
    </option>
  );
  return (
    <>
      {divisions.filter(({ level }) => level === "province").map(option)}
      {divisions
        .filter(({ level }) => level === "prefecture")
        .map((prefecture) => (
          <optgroup key={prefecture.code} label={name(prefecture)}>
            {option(prefecture)}
            {divisions.filter(({ parentCode }) => parentCode === prefecture.code).map(option)}
          </optgroup>
        ))}
    </>
  );
}
