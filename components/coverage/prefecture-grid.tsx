import { useTranslations } from "next-intl";
import { useLocalName } from "#components/claims/local-name.ts";
import { Link } from "#components/ui/link";
import { Part } from "#components/ui/part";
import type { Division } from "#lib/reference/divisions";

type Tile = { count: number; total?: number };

type Props = {
  title: string;
  lead?: string;
  divisions: readonly Division[];
  tiles: ReadonlyMap<string, Tile>;
  chosen: string | undefined;
  hrefOf: (prefecture?: string) => string;
  /** What a tile is called for whoever hears it. */
  labelOf: (place: string, tile: Tile) => string;
};

const none: Tile = { count: 0 };

/** The 21 prefectures as tiles in the order of their codes, and the province's own members; a map would draw borders. */
export function PrefectureGrid({ title, lead, divisions, tiles, chosen, hrefOf, labelOf }: Props) {
  const t = useTranslations("coverage");
  const nameOf = useLocalName();
  const places = divisions.filter(({ level }) => level !== "county");
  return (
    <Part title={title} lead={lead} look="text-lg" className="space-y-3">
      <ul className="grid grid-cols-3 gap-1.5 sm:grid-cols-6 lg:grid-cols-8 2xl:grid-cols-11 elder:grid-cols-2 elder:lg:grid-cols-4">
        {places.map((place) => {
          const name = place.level === "province" ? t("province") : shortName(nameOf(place));
          const { count, total } = tiles.get(place.code) ?? none;
          const isChosen = place.code === chosen;
          return (
            <li key={place.code}>
              <Link
                href={isChosen ? hrefOf() : hrefOf(place.code)}
                aria-current={isChosen ? "true" : undefined}
                aria-label={labelOf(name, { count, ...(total !== undefined && { total }) })}
                className="flex h-full min-h-16 flex-col justify-between gap-1 rounded border border-line bg-surface px-1.5 py-1.5 text-ink no-underline hover:border-ink hover:text-ink aria-[current=true]:border-azurite aria-[current=true]:bg-azurite-wash"
              >
                <span className="text-sm leading-snug">{name}</span>
                <span className="tabular-nums leading-none">
                  <span className="font-semibold">{count}</span>
                  {total === undefined ? null : <span className="text-ink-soft text-sm"> / {total}</span>}
                </span>
                {total === undefined ? null : (
                  <span aria-hidden className="block h-1 bg-sunken">
                    <span
                      className="block h-full bg-azurite"
                      style={{ width: `${(100 * count) / Math.max(total, 1)}%` }}
                    />
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </Part>
  );
}

/** As people say it: 成都 and 阿坝州, for a tile is narrow. */
const shortName = (name: string): string =>
  name
    .replace(/市$/, "")
    .replace(/(?:藏族羌族|藏族|彝族)自治州$/, "州")
    .replace(/ (?:City|Prefecture)$/, "")
    .replace(/ (?:Tibetan and Qiang|Tibetan|Yi) Autonomous$/, "");
