import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { afterEach, describe, expect, it, vi } from "vitest";
import { minutes } from "#lib/platform/clock";
import { once } from "#lib/platform/once";

// Ten reports of one network in ten minutes are usual here; a hundred of all.
vi.hoisted(() => Object.assign(process.env, { REPORTS_PER_NETWORK: "10" }));
const { weighArrival } = await import("./weigh-arrival.ts");
const { makeChallenge } = await import("./proof.ts");

afterEach(() => {
  vi.useRealTimers();
  // Each test counts from nothing.
  once("counters", () => new Map()).clear();
});

const send = (network: string, proof?: string) => weighArrival({ network, channel: "web", proof });

async function sendMany(network: string, times: number) {
  const weighed = [];
  for (let at = 0; at < times; at += 1) weighed.push(await send(network));
  return weighed;
}

async function work(form: "report" | "follow" = "report"): Promise<string> {
  const challenge = await makeChallenge(form);
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
}

describe("in calm times", () => {
  it("takes everything as it is, with a proof or without", async () => {
    expect(await sendMany("a", 10)).toEqual(Array.from({ length: 10 }, () => ({ ok: true })));
    expect(await send("b", "not a proof")).toEqual({ ok: true });
  });
});

describe("from a busy network", () => {
  it("keeps apart what comes without a proof, and lets through who worked for it", async () => {
    await sendMany("a", 10);
    expect(await send("a")).toEqual({ ok: true, suspicion: "no-proof" });
    expect(await send("a", await work())).toEqual({ ok: true });
    expect(await send("b")).toEqual({ ok: true });
  });

  it("takes a proof that is used again, or made for another form, for none", async () => {
    await sendMany("a", 10);
    const proof = await work();
    expect(await send("a", proof)).toEqual({ ok: true });
    expect(await send("a", proof)).toEqual({ ok: true, suspicion: "no-proof" });
    expect(await send("a", await work("follow"))).toEqual({ ok: true, suspicion: "no-proof" });
  });

  it("lets people through beside the machines of their network, also when those are refused", async () => {
    await sendMany("a", 201);
    expect(await send("a")).toMatchObject({ ok: false });
    expect(await send("a", await work())).toEqual({ ok: true });
  });

  it("keeps apart even those with a proof above five times the usual", async () => {
    await sendMany("a", 11);
    const proofs = await Promise.all(Array.from({ length: 51 }, () => work()));
    const weighed = [];
    for (const proof of proofs) weighed.push(await send("a", proof));
    expect(weighed.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => ({ ok: true })));
    expect(weighed.at(-1)).toEqual({ ok: true, suspicion: "busy-network" });
    // A slow machine works long for so many proofs.
  }, 120_000);

  it("stays careful for an hour", async () => {
    vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"] });
    await sendMany("a", 11);
    vi.advanceTimersByTime(minutes(11));
    expect(await send("a")).toEqual({ ok: true, suspicion: "no-proof" });
    vi.advanceTimersByTime(minutes(61));
    expect(await send("a")).toEqual({ ok: true });
  });

  it("refuses only above twenty times the usual, and tells when to come back", async () => {
    const weighed = await sendMany("a", 200);
    expect(weighed.every(({ ok }) => ok)).toBe(true);
    const refused = await send("a");
    expect(refused).toEqual({ ok: false, retryAfterSeconds: expect.any(Number) });
    expect(await send("b")).toEqual({ ok: true });
  });
});

describe("in a flood from everywhere", () => {
  const flood = async () => {
    for (let network = 0; network < 20; network += 1) await sendMany(`bot ${network}`, 5);
  };

  it("keeps apart what comes without a proof", async () => {
    await flood();
    expect(await send("somebody")).toEqual({ ok: true, suspicion: "flood" });
    expect(await send("somebody", await work())).toEqual({ ok: true });
  });

  it("is not made by a few networks that are kept apart already", async () => {
    for (const network of ["x", "y", "z"]) await sendMany(network, 199);
    expect(await send("somebody")).toEqual({ ok: true });
  });
});

it("trusts the applications of members, and bounds them", async () => {
  const one = () => weighArrival({ network: "a", channel: "member", memberId: "m" });
  for (let at = 0; at < 1000; at += 1) expect(await one()).toEqual({ ok: true });
  expect(await one()).toEqual({ ok: false, retryAfterSeconds: expect.any(Number) });
  expect(await send("a")).toEqual({ ok: true });
});
