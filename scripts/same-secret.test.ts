import { expect, it } from "vitest";
import { db } from "#lib/platform/db";
import { asOwner, ownerUrl } from "#lib/platform/testing/as-owner";
import { assertSameSecret } from "./same-secret.ts";

const start = (secret: string) => assertSameSecret(ownerUrl(), secret, "SECRET");

it("takes the first secret, whoever of several starts first, and after that no other", async () => {
  const first = await Promise.allSettled(["one", "two", "three"].map(start));
  expect(first.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
  const taken = ["one", "two", "three"][first.findIndex(({ status }) => status === "fulfilled")] ?? "";
  await start(taken);
  await expect(start("another")).rejects.toThrow(
    /^SECRET is not the secret that this database was filled with, .* put its file back from a backup\.$/,
  );
  expect(await db.secretMark.count()).toBe(1);
});

it("is marked for good", async () => {
  await expect(asOwner("UPDATE secret_marks SET mark = repeat('0', 64)")).rejects.toThrow();
  await expect(db.secretMark.deleteMany()).rejects.toThrow();
});
