import { expect, it, vi } from "vitest";
import { problemOf } from "./problem.ts";

// A twelfth of the usual numbers: 50 questions, 10 replies, 5 followers a minute.
vi.hoisted(() => Object.assign(process.env, { REPORTS_PER_NETWORK: "10" }));
const { limitNetwork } = await import("./limit-network.ts");

const from = (address: string) =>
  new Request("http://localhost/api/v1/reports/lookup", { headers: { "x-forwarded-for": address } });

const knock = async (address: string, times: number, door: "follow" | "match" = "follow") => {
  const answers = await Promise.all(
    Array.from({ length: times }, () =>
      limitNetwork(from(address), door).then(
        () => null,
        (error: unknown) => problemOf(from(address), error),
      ),
    ),
  );
  return answers.flatMap((answer) => answer ?? []);
};

it("refuses whoever knocks too often, and tells when to come back", async () => {
  expect(await knock("203.0.113.1", 5)).toEqual([]);
  const [refusal] = await knock("203.0.113.1", 1);
  expect(refusal?.status).toBe(429);
  expect(Number(refusal?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(Number(refusal?.headers.get("retry-after"))).toBeLessThanOrEqual(60);
});

it("lets other networks in, and the same network through another door", async () => {
  expect(await knock("203.0.113.2", 20)).toHaveLength(15);
  expect(await knock("203.0.113.3", 5)).toEqual([]);
  expect(await knock("203.0.113.2", 50, "match")).toEqual([]);
});

it("counts the addresses of one /64 together", async () => {
  expect(await knock("2001:db8:1:2::1", 3)).toEqual([]);
  expect(await knock("2001:db8:1:2::2", 3)).toHaveLength(1);
});
