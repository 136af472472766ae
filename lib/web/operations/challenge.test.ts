import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { expect, it } from "vitest";
import { challengeSchema, checkProof } from "#lib/intake/proof";
import { handlersOf } from "#lib/web/handlers";
import { call, described } from "#lib/web/testing/call";

const { GET } = handlersOf("/api/v1/challenge");

const PATH = "/api/v1/challenge";
const ask = (query: string) => call(GET, `${PATH}${query}`);

it("gives a task that is kept by nobody on the way, and whose solution counts", async () => {
  const response = await ask("?form=report");
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toBe("no-store");
  const challenge = challengeSchema.parse(await described(response, "get", PATH));
  const solution = await solveChallenge({ challenge, deriveKey });
  const proof = Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
  expect(await checkProof("report", proof)).toBe("valid");
});

it.each(["", "?form=", "?form=letter", "?form=report&form=report", "?cost=1"])(
  "refuses %j",
  async (query) => {
    const response = await ask(query);
    expect(response.status).toBe(422);
    await described(response, "get", PATH);
  },
);

it("refuses a network that asks for very many, and only that one", async () => {
  const from = (address: string) =>
    call(GET, `${PATH}?form=report`, { headers: { "x-forwarded-for": address } });
  const answers = await Promise.all(Array.from({ length: 601 }, () => from("203.0.113.9")));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(1);
  expect((await from("203.0.113.10")).status).toBe(200);
  for (const response of refused) await described(response, "get", PATH);
});
