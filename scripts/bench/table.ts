import { cpuOf, type Measured, type Promised, type Result } from "./result.ts";

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
];

/** The figures as people read them; a missed promise stands out. */
export function tableOf(results: readonly Result[]): string {
  const rows = [columns, ...results.map(toRow)];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
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
  toRow(result)
    .map((cell, column) => (column === 0 ? cell : `${columns[column]} ${cell}`))
    .join("; ");

const toRow = ({ what, against, size, reference, target, ratios, p95, queries }: Result): string[] => [
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
  queries === null ? "" : String(queries),
];

const whole = (value: number) => Math.round(value).toLocaleString("en");
const fine = (value: number) => value.toFixed(1);

function toCell({ value, low, high, promised, met }: Measured, unit: string): string {
  const ratio = `${value.toFixed(3)}${unit} [${low.toFixed(2)}–${high.toFixed(2)}]`;
  return promised ? `${ratio} (${toWords(promised)}) ${met ? "met" : "MISSED"}` : ratio;
}

const toWords = (promised: Promised) =>
  promised.as ?? ("atLeast" in promised ? `≥ ${promised.atLeast}` : `≤ ${promised.atMost}`);

/** How many promises there were, and which were missed. */
export function verdictOf(results: readonly Result[]): string {
  const promised = results.flatMap(({ what, size, ratios, p95 }) =>
    Object.entries({ ...ratios, p95 }).flatMap(([kind, ratio]) =>
      ratio.met === null ? [] : [{ name: `${what}, ${size.toLocaleString("en")}: ${kind}`, met: ratio.met }],
    ),
  );
  const missed = promised.filter(({ met }) => !met).map(({ name }) => `  missed: ${name}`);
  return [`${promised.length - missed.length} of ${promised.length} promises met`, ...missed].join("\n");
}
