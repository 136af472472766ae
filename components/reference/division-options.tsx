import { useLocale } from "next-intl";
import type { Division } from "#lib/reference/divisions";

/** How it is typed is told where choosing by letters works. */
type Place = Division & { spelling?: string };

/** The options of a native list of places: the province, then each prefecture with its counties. */
export function DivisionOptions({ divisions }: { divisions: readonly Place[] }) {
  const locale = useLocale();
  const name = ({ zh, en }: Division) => (locale === "en" ? en : zh);
  const option = (division: Place) => (
    <option key={division.code} value={division.code} data-spelling={division.spelling}>
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
