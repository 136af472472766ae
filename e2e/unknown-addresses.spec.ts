import { randomBytes } from "node:crypto";
import { expect } from "@playwright/test";
import { test } from "./own-server.ts";

const ADDRESSES = 5_000;
const AT_A_TIME = 25;

/** Addresses that a stranger makes up: no two alike, of every kind that could be kept. */
const someAddress = (): string => {
  const word = randomBytes(8).toString("hex");
  const kinds = [`/${word}`, `/${word}.php`, `/debunks/${word}`, `/debunks/${word}/versions/7`];
  const lists = [`/debunks?topic=${word}`, `/debunks?cursor=${word}`, `/corrections/older/${word}`];
  const api = [`/api/v1/debunks/${word}`, `/en/${word}/${word}`];
  const all = [...kinds, ...lists, ...api];
  return all[word.charCodeAt(0) % all.length] ?? "/";
};

test("thousands of addresses that lead nowhere leave what people read where it was", async ({ request }) => {
  const home = async () => {
    const answer = await request.get("/");
    return [answer.status(), answer.headers()["cache-status"]];
  };
  // Another journey may just have published something.
  await expect.poll(home).toEqual([200, "bianzhen; hit"]);
  for (let asked = 0; asked < ADDRESSES; asked += AT_A_TIME) {
    const answers = Array.from({ length: AT_A_TIME }, () => request.get(someAddress(), { maxRedirects: 0 }));
    for (const answer of await Promise.all(answers)) expect(answer.status(), answer.url()).toBe(404);
  }
  for (const path of ["/", "/debunks", "/en"]) {
    await request.get(path);
    const answer = await request.get(path);
    expect([answer.status(), answer.headers()["cache-status"]], path).toEqual([200, "bianzhen; hit"]);
  }
  expect(await home()).toEqual([200, "bianzhen; hit"]);
});
