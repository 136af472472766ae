import { describe, expect, it } from "vitest";
import { claimStatuses } from "#lib/claims/status";
import { handlersOf } from "#lib/web/handlers";
import { described, post } from "#lib/web/testing/call";
import { seedClaim } from "#seed/claims";
import { seedReport } from "#seed/reports";

const { POST } = handlersOf("/api/v1/reports/lookup");

const PATH = "/api/v1/reports/lookup";
const lookUp = (receipt: unknown, headers?: HeadersInit) => post(POST, PATH, { receipt }, headers);

describe("POST /api/v1/reports/lookup", () => {
  it("tells of a report that has just arrived", async () => {
    const { receipt } = await seedReport();
    const response = await lookUp(receipt);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const tracking = await described(response, "post", PATH);
    expect(tracking).toMatchObject({
      state: "received",
      timeline: [{ event: "report.submitted", text: "收到你的线索" }],
    });
  });

  it.each(claimStatuses)("tells of a claim in the state %s, every step in words", async (status) => {
    const { reports } = await seedClaim({ status });
    const body = await described(await lookUp(reports[0]?.receipt), "post", PATH);
    const { timeline } = body as { timeline: { event: string; text: string }[] };
    expect(timeline.length).toBeGreaterThan(1);
    for (const { event, text } of timeline) expect(text).not.toBe(event);
  });

  it("gives the answer of a published claim", async () => {
    const { reports, debunk } = await seedClaim({ status: "published" });
    const body = await described(
      await lookUp(reports[0]?.receipt, { "accept-language": "en" }),
      "post",
      PATH,
    );
    expect(body).toMatchObject({
      state: "published",
      debunk: { slug: debunk?.slug, url: `http://localhost:3000/debunks/${debunk?.slug}` },
    });
    expect(JSON.stringify(body)).toContain("The result of the check was published");
  });

  it("forgives look-alike letters, case and blanks", async () => {
    const { receipt } = await seedReport();
    const typed = receipt.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
    expect((await lookUp(typed)).status).toBe(200);
  });

  it("answers a wrong receipt and one that cannot be a receipt alike", async () => {
    const answers = await Promise.all(
      ["0000-0000-0000-0000-0000-0000", "abc", "\u0000", "\ud800", "水".repeat(100)].map(async (receipt) => {
        const response = await lookUp(receipt);
        return [response.status, JSON.stringify([...response.headers]), await response.text()];
      }),
    );
    expect(new Set(answers.map(String)).size).toBe(1);
    expect(answers[0]?.[0]).toBe(404);
  });

  it.each([undefined, null, "", 1, {}, "0".repeat(101)])("refuses %s as a receipt", async (receipt) => {
    const response = await lookUp(receipt);
    expect(response.status).toBe(422);
    await described(response, "post", PATH);
  });
});
