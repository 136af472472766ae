import type { DivisionLevel } from "#lib/reference/divisions";
import divisions from "../../lib/reference/divisions.json" with { type: "json" };

/** The province, its prefectures and its counties, parents first. */
export const divisionRows = divisions.map(({ code, zh, en, level, kind, parent }) => ({
  code,
  zh,
  en,
  level: level as DivisionLevel,
  kind,
  parentCode: parent,
}));
