import { readFile } from "node:fs/promises";
import { z } from "zod";

export interface TestCount {
  passed: number;
  failed: number;
}

const vitestSchema = z
  .object({ numPassedTests: z.number(), numFailedTests: z.number() })
  .transform((report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }));

const playwrightSchema = z
  .object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }) })
  .transform(({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }));

const reportSchema = z.union([vitestSchema, playwrightSchema]);

/** The figures of a run from the JSON report of Vitest or Playwright; a run without a report tested nothing. */
export async function readReport(file: string): Promise<TestCount> {
  const text = await readFile(file, "utf8").catch(() => null);
  return text ? reportSchema.parse(JSON.parse(text)) : { passed: 0, failed: 0 };
}
