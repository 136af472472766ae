import { readdirSync, readFileSync } from "node:fs";

/** Linux counts in hundredths of a second, whatever the machine. */
const TICKS_A_SECOND = 100;

type Usage = { parent: number; ticks: number };

/** The processor time of a process with all its children, living and ended, in seconds; NaN where there is no /proc. */
export function cpuSeconds(pid: number): number {
  const usages = new Map<number, Usage>();
  try {
    for (const name of readdirSync("/proc")) {
      const usage = /^\d+$/.test(name) ? readUsage(name) : null;
      if (usage) usages.set(Number(name), usage);
    }
  } catch {
    return Number.NaN;
  }
  const sum = (id: number): number => {
    const children = [...usages].filter(([, { parent }]) => parent === id);
    return children.reduce((total, [child]) => total + sum(child), usages.get(id)?.ticks ?? 0);
  };
  return sum(pid) / TICKS_A_SECOND;
}

/** Fields of proc(5) after the name, which may contain spaces: ppid is the 4th, the four times are 14 to 17. */
function readUsage(pid: string): Usage | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const times = fields.slice(11, 15);
    return { parent: fields[1] ?? 0, ticks: times.reduce((total, time) => total + time, 0) };
  } catch {
    return null; // It has just ended.
  }
}
