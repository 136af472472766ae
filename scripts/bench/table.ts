import {
  cpuOf,
  type FigureResult,
  type LoadResult,
  type Measured,
  type Promised,
  type Result,
} from "./result.ts";

const columns = [
  "",
  "claims",
  "reference/s",
  "measured/s",
  "throughput",
  "CPU ms (web+db)",
  "CPU",
  "p50 ms",
  "p95 ms",
  "p99 ms",
  "p99",
  "queries",
  "filled",
  "asking",
];

const figureColumns = ["", "figure"];

const isLoad = (result: Result): result is LoadResult => "ratios" in result;
const isFigure = (result: Result): result is FigureResult => "figure" in result;

/** The figures as people read them; a missed promise stands out. */
export function tableOf(results: readonly Result[]): string {
  const loads = results.filter(isLoad).map(toRow);
  const figures = results.filter(isFigure).map(toFigureRow);
  const tables = [loads.length > 0 && [columns, ...loads], figures.length > 0 && [figureColumns, ...figures]];
  return tables.flatMap((rows) => (rows ? align(rows) : [])).join("\n\n");
}

function align(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ");
  return rows.map(line).join("\n");
}

/** The figures of one line while the others are still being taken. */
export const lineOf = (result: Result): string =>
  isFigure(result)
    ? toFigureRow(result).join("; ")
    : toRow(result)
        .map((cell, column) => (column === 0 ? cell : `${columns[column]} ${cell}`))
        .join("; ");

const toFigureRow = ({ what, unit, figure }: FigureResult): string[] => [what, toCell(figure, ` ${unit}`)];

const toRow = (result: LoadResult): string[] => {
  const { what, against, size, reference, target, ratios, p95, queries, filled } = result;
  return [
    `${what} / ${against}`,
    size.toLocaleString("en"),
    whole(reference.perSecond),
    whole(target.perSecond),
    toCell(ratios.throughput, " ×"),
    `${cpuOf(reference).toFixed(2)} → ${target.webCpu.toFixed(2)}+${target.postgresCpu.toFixed(2)}`,
    toCell(ratios.cpu, " ×"),
    `${fine(reference.p50)} → ${fine(target.p50)}`,
    p95.promised
      ? `${fine(reference.p95)} → ${toCell(p95, "")}`
      : `${fine(reference.p95)} → ${fine(target.p95)}`,
    `${whole(reference.p99)} → ${whole(target.p99)}`,
    toCell(ratios.p99, " ×"),
    queries ? toPlainCell(queries, String(queries.value)) : "",
    filled ? toPlainCell(filled, filled.value.toFixed(3)) : "",
    `${reference.asking.toFixed(2)} → ${target.asking.toFixed(2)}`,
  ];
};

const whole = (value: number) => Math.round(value).toLocaleString("en");
const fine = (value: number) => value.toFixed(1);

const toCell = (measured: Measured, unit: string): string => {
  const { value, low, high } = measured;
  return toPlainCell(measured, `${value.toFixed(3)}${unit} [${low.toFixed(2)}–${high.toFixed(2)}]`);
};

const toPlainCell = ({ promised, met }: Measured, words: string): string =>
  promised ? `${words} (${toWords(promised)}) ${met ? "met" : "MISSED"}` : words;

const toWords = (promised: Promised) =>
  promised.as ?? ("atLeast" in promised ? `≥ ${promised.atLeast}` : `≤ ${promised.atMost}`);

/** How many promises there were, and which were missed. */
export function verdictOf(results: readonly Result[]): string {
  const promised = results.flatMap((result) =>
    Object.entries(measuredIn(result)).flatMap(([kind, measured]) =>
      measured && measured.met !== null ? [{ name: nameOf(result, kind), met: measured.met }] : [],
    ),
  );
  const missed = promised.filter(({ met }) => !met).map(({ name }) => `  missed: ${name}`);
  return [`${promised.length - missed.length} of ${promised.length} promises met`, ...missed].join("\n");
}

function measuredIn(result: Result): Record<string, Measured | null> {
  if (isFigure(result)) return { figure: result.figure };
  const { ratios, p95, queries, filled } = result;
  return { ...ratios, p95, queries, filled };
}

const nameOf = (result: Result, kind: string): string =>
  isFigure(result) ? result.what : `${result.what}, ${result.size.toLocaleString("en")}: ${kind}`;
