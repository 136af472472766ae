import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { after, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { checkProof, forgetSpentProofs, makeChallenge, type ProofForm } from "./proof.ts";

const encode = (payload: unknown) => Buffer.from(JSON.stringify(payload)).toString("base64");

async function solve(form: ProofForm) {
  const challenge = await makeChallenge(form);
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error("not solved");
  return { challenge, solution };
}

describe("a proof of work", () => {
  it("is valid once, even when it is sent fifty times at once", async () => {
    const payload = encode(await solve("report"));
    const verdicts = await Promise.all(Array.from({ length: 50 }, () => checkProof("report", payload)));
    expect(verdicts.filter((verdict) => verdict === "valid")).toHaveLength(1);
    expect(verdicts.filter((verdict) => verdict === "spent")).toHaveLength(49);
  });

  it("is not valid a second time with another solution of the same challenge", async () => {
    const { challenge, solution } = await solve("report");
    const other = await solveChallenge({ challenge, deriveKey, counterStart: solution.counter + 1 });
    expect(await checkProof("report", encode({ challenge, solution }))).toBe("valid");
    expect(await checkProof("report", encode({ challenge, solution: other }))).toBe("spent");
  });

  it("is worth nothing for another form", async () => {
    const payload = encode(await solve("follow"));
    expect(await checkProof("report", payload)).toBe("invalid");
    expect(await checkProof("follow", payload)).toBe("valid");
  });

  it("cannot be spliced from the parts of others", async () => {
    const [a, b] = [await solve("report"), await solve("report")];
    const spliced = { parameters: a.challenge.parameters, signature: b.challenge.signature };
    const renamed = {
      ...b.challenge,
      parameters: { ...b.challenge.parameters, data: { form: "follow" } },
    };
    const before = await db.spentProof.count();
    const easy = { ...b.challenge, parameters: { ...b.challenge.parameters, cost: 1 } };
    expect(await checkProof("report", encode({ challenge: a.challenge, solution: b.solution }))).toBe(
      "invalid",
    );
    expect(await checkProof("report", encode({ challenge: spliced, solution: a.solution }))).toBe("invalid");
    expect(await checkProof("follow", encode({ challenge: renamed, solution: b.solution }))).toBe("invalid");
    expect(await checkProof("report", encode({ challenge: easy, solution: b.solution }))).toBe("invalid");
    expect(await db.spentProof.count()).toBe(before);
  });

  it.each([
    ["nothing", "", "missing"],
    ["no base64", "<>", "invalid"],
    ["no JSON", Buffer.from("{").toString("base64"), "invalid"],
    ["null", encode(null), "invalid"],
    ["a list of lists", "W".repeat(4000), "invalid"],
    ["half a proof", encode({ challenge: {} }), "invalid"],
  ])("that is %s is no proof", async (_, payload, verdict) => {
    expect(await checkProof("report", payload)).toBe(verdict);
  });
});

describe("after twenty minutes", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
  afterEach(() => void vi.useRealTimers());

  it("a proof has expired, and is forgotten", async () => {
    const [late, spent] = [await solve("report"), await solve("report")];
    expect(await checkProof("report", encode(spent))).toBe("valid");
    await forgetSpentProofs();
    expect(await checkProof("report", encode(spent))).toBe("spent");
    vi.setSystemTime(after(now(), minutes(20)));
    expect(await checkProof("report", encode(late))).toBe("expired");
    await forgetSpentProofs();
    expect(await db.spentProof.count({ where: { expiresAt: { lt: now() } } })).toBe(0);
  });
});
