import { describe, expect, it } from "vitest";
import { minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { seedKey } from "#seed/keys";
import { readApiKey, requireApiKey } from "./api-key.ts";
import { makeKeySecret } from "./api-key-secret.ts";

/** So much time from now on, or (negative) ago. */
const inTime = (milliseconds: number) => new Date(now().getTime() + milliseconds);
const memberId = "outlet-cover-news";
const asking = (authorization?: string) =>
  new Request("http://localhost/api/v1/reports", { headers: { ...(authorization && { authorization }) } });
const read = (authorization?: string) => readApiKey(asking(authorization), "intake");
const invalid = {
  code: "UNAUTHENTICATED",
  headers: { "WWW-Authenticate": expect.stringContaining('error="invalid_token"') },
};

describe("a key", () => {
  it("is 256 bits of letters and digits behind a mark, and never the same", () => {
    const secrets = Array.from({ length: 200 }, () => makeKeySecret());
    expect(secrets.every(({ secret }) => /^bz_[0-9A-Za-z]{43}$/.test(secret))).toBe(true);
    expect(secrets.every(({ secret, hint }) => secret.endsWith(hint))).toBe(true);
    expect(new Set(secrets.map(({ secret }) => secret)).size).toBe(200);
  });

  it("names its member, and is kept only as a hash", async () => {
    const { id, secret } = await seedKey({ memberId });
    await expect(read(`Bearer ${secret}`)).resolves.toEqual({ keyId: id, memberId, scopes: ["intake"] });
    await expect(read(`bearer   ${secret} `)).resolves.toMatchObject({ memberId });
    expect(JSON.stringify(await db.apiKey.findUniqueOrThrow({ where: { id } }))).not.toContain(secret);
  });

  it("is not asked of a citizen, except where only members call", async () => {
    await expect(read()).resolves.toBeNull();
    await expect(requireApiKey(asking(), "intake")).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
      headers: { "WWW-Authenticate": 'Bearer realm="members"' },
    });
  });

  it("that is wrong is refused, never taken for a citizen", async () => {
    const { secret } = await seedKey({ memberId });
    const wrong = [
      "Bearer",
      "Bearer ",
      secret,
      `Basic ${secret}`,
      `Bearer ${secret}x`,
      `Bearer ${secret.toLowerCase()}`,
      `Bearer ${secret} ${secret}`,
      `Bearer bz_${"0".repeat(43)}`,
      `Bearer ${"a".repeat(8000)}`,
      `Bearer '; DROP TABLE api_keys; --`,
    ];
    for (const authorization of wrong) {
      await expect(read(authorization), authorization.slice(0, 60)).rejects.toMatchObject(invalid);
    }
  });

  it("that was revoked or has expired is refused, one that expires later is not", async () => {
    const [revoked, expired, ending] = await Promise.all([
      seedKey({ memberId, revokedAt: now() }),
      seedKey({ memberId, expiresAt: inTime(-1) }),
      seedKey({ memberId, expiresAt: inTime(minutes(1)) }),
    ]);
    await expect(read(`Bearer ${revoked.secret}`)).rejects.toMatchObject(invalid);
    await expect(read(`Bearer ${expired.secret}`)).rejects.toMatchObject(invalid);
    await expect(read(`Bearer ${ending.secret}`)).resolves.toMatchObject({ memberId });
  });

  it("without the scope is refused with the name of the scope", async () => {
    const { secret } = await seedKey({ memberId, scopes: ["deliveries"] });
    await expect(read(`Bearer ${secret}`)).rejects.toMatchObject({
      code: "FORBIDDEN",
      headers: {
        "WWW-Authenticate": 'Bearer realm="members", error="insufficient_scope", scope="intake"',
      },
    });
    await expect(readApiKey(asking(`Bearer ${secret}`), "deliveries")).resolves.toMatchObject({ memberId });
  });

  it("tells when it was last used, to the minute", async () => {
    const { id, secret } = await seedKey({ memberId });
    const lastUse = async () => (await db.apiKey.findUniqueOrThrow({ where: { id } })).lastUsedAt?.getTime();
    const started = now().getTime();
    await Promise.all(Array.from({ length: 20 }, () => read(`Bearer ${secret}`)));
    const first = await lastUse();
    expect(first).toBeGreaterThanOrEqual(started);
    await read(`Bearer ${secret}`);
    expect(await lastUse()).toBe(first);
    await db.apiKey.update({ where: { id }, data: { lastUsedAt: inTime(-minutes(2)) } });
    await read(`Bearer ${secret}`);
    expect(await lastUse()).toBeGreaterThanOrEqual(first ?? 0);
  });
});
