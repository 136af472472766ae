import { readFile } from "node:fs/promises";
import { stripVTControlCharacters } from "node:util";
import { z } from "zod";

/** What a run found: how many tests passed and failed, and each that failed with its first reason. */
export interface TestCount {
  passed: number;
  failed: number;
  failures: string[];
}

const vitestSchema = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    testResults: z.array(
      z.object({
        name: z.string(),
        message: z.string().optional(),
        assertionResults: z.array(
          z.object({
            fullName: z.string(),
            status: z.string(),
            failureMessages: z.array(z.string()).nullish(),
          }),
        ),
      }),
    ),
  })
  .transform(({ numPassedTests, numFailedTests, testResults }): TestCount => {
    const failures = testResults.flatMap(({ name, message, assertionResults }) => [
      ...(message ? [failure(name, message)] : []),
      ...assertionResults
        .filter(({ status }) => status === "failed")
        .map((test) => failure(`${name} › ${test.fullName}`, test.failureMessages?.[0])),
    ]);
    return { passed: numPassedTests, failed: numFailedTests, failures };
  });

const specSchema = z.object({
  title: z.string(),
  file: z.string(),
  ok: z.boolean(),
  tests: z.array(
    z.object({
      results: z.array(z.object({ errors: z.array(z.object({ message: z.string().optional() })) })),
    }),
  ),
});

const suiteSchema = z.object({
  specs: z.array(specSchema),
  get suites() {
    return z.array(suiteSchema).optional();
  },
});

type Suite = z.infer<typeof suiteSchema>;

const playwrightSchema = z
  .object({
    stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
    suites: z.array(suiteSchema),
  })
  .transform(({ stats, suites }): TestCount => {
    const failures = suites
      .flatMap(specsOf)
      .filter(({ ok }) => !ok)
      .map(({ file, title, tests }) => {
        const [error] = tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors));
        return failure(`e2e/${file} › ${title}`, error?.message);
      });
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky, failures };
  });

const reportSchema = z.union([vitestSchema, playwrightSchema]);

/** What a run found, from the JSON report of Vitest or Playwright; a run without a report tested nothing. */
export async function readReport(file: string): Promise<TestCount> {
  const text = await readFile(file, "utf8").catch(() => null);
  return text ? reportSchema.parse(JSON.parse(text)) : { passed: 0, failed: 0, failures: [] };
}

function specsOf({ specs, suites = [] }: Suite): z.infer<typeof specSchema>[] {
  return [...specs, ...suites.flatMap(specsOf)];
}

/** A test and the first lines of why it failed, without colours. */
function failure(test: string, reason = "no reason given") {
  const lines = stripVTControlCharacters(reason).trim().split("\n").slice(0, 6);
  return [test, ...lines.map((line) => `    ${line}`)].join("\n");
}
