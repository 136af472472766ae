import { db } from "#lib/platform/db";
import { remember } from "#lib/platform/remember";

export const divisionLevels = ["province", "prefecture", "county"] as const;
export type DivisionLevel = (typeof divisionLevels)[number];

export type Division = {
  code: string;
  zh: string;
  en: string;
  level: DivisionLevel;
  kind: string;
  parentCode: string | null;
};

/** The province, its prefectures and their counties, in the order of their codes. */
export const listDivisions: () => Promise<Division[]> = remember("divisions", () =>
  db.division.findMany({
    select: { code: true, zh: true, en: true, level: true, kind: true, parentCode: true },
    orderBy: { code: "asc" },
  }),
);

/** The division itself and everything above it, lowest first. Codes follow GB/T 2260: county, prefecture `…00`, province `…0000`. */
export function divisionPath(code: string): string[] {
  const above = [code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`];
  return [...new Set(above)];
}

const heightOf = (code: string): number => divisionPath(code).length - 1;

/** How high a division stands. */
export const levelOf = (code: string): DivisionLevel => divisionLevels[heightOf(code)] ?? "province";

/** The division itself where it is of this level or above it, or else the one of this level that it lies in. */
export const raisedTo = (level: DivisionLevel, code: string): string =>
  divisionPath(code).find((above) => heightOf(above) <= divisionLevels.indexOf(level)) ?? code;

/** The lowest division that contains every place; the whole province when there is none. */
export function lowestCommonDivision(codes: readonly string[], province = "510000"): string {
  const [first, ...rest] = codes.map(divisionPath);
  return first?.find((code) => rest.every((path) => path.includes(code))) ?? province;
}

declare global {
  namespace PrismaJson {
    type DivisionLevel = import("./divisions.ts").DivisionLevel;
  }
}
