import { createHash } from "node:crypto";
import { compactVerify, createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet } from "jose";
import { describe, expect, it, vi } from "vitest";
import { messages } from "#lib/i18n/messages";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { asOwner } from "#lib/platform/testing/as-owner";
import { handlersOf } from "#lib/web/handlers";
import { call, described } from "#lib/web/testing/call";
import { reactions } from "#lib/worker";
import { seedClaim } from "#seed/claims";
import { seedKey } from "#seed/keys";
import { seedUpload } from "#seed/uploads";
import type { LabelPayload } from "./label-schema.ts";
import { makeForgottenLabels, makeLabels } from "./make-labels.ts";
import { allLabels, correctLabelled, getLabels, publishLabelled, readLabels } from "./testing/labels.ts";

const headOf = async () => (await allLabels()).nextCursor;

async function fetchKeys(): Promise<JSONWebKeySet> {
  const response = await call(handlersOf("/.well-known/jwks.json").GET, "/.well-known/jwks.json");
  expect(response.headers.get("content-type")).toBe("application/jwk-set+json");
  return (await response.json()) as JSONWebKeySet;
}

async function verify(jws: string): Promise<LabelPayload> {
  const { payload } = await compactVerify(jws, createLocalJWKSet(await fetchKeys()));
  return JSON.parse(new TextDecoder().decode(payload));
}

/** How many wait for such a lock. */
async function waitingFor(lock: number): Promise<number | undefined> {
  const [row] = await asOwner<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_locks WHERE locktype = 'advisory' AND objid = ${lock} AND NOT granted
     AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  );
  return row?.count;
}

describe("the feed of labels", () => {
  it("can be checked with the published keys alone", async () => {
    const start = await headOf();
    const { debunk } = await publishLabelled({ verdict: "misleading" });
    const response = await getLabels({ cursor: start });
    expect(response.headers.get("cache-control")).toMatch(/^public/);
    expect(response.headers.get("vary")).toContain("Authorization");
    await described(response.clone(), "get", "/api/v1/labels");
    const { items } = await response.json();
    expect(items).toHaveLength(1);
    const [{ jws, payload, ...item }] = items;
    expect(item).toEqual({ id: payload.id, supersededBy: null });
    expect(await verify(jws)).toEqual(payload);
    expect(payload).toMatchObject({
      slug: debunk.slug,
      version: 1,
      action: "label",
      verdict: "misleading",
      words: {
        "zh-CN": messages["zh-CN"].labels.suggestedLabel.misleading,
        en: messages.en.labels.suggestedLabel.misleading,
      },
      url: `http://localhost:3000/debunks/${debunk.slug}`,
      validUntil: null,
      supersedes: null,
    });
    const { keys } = await fetchKeys();
    expect(keys).toEqual([
      { kty: "OKP", crv: "Ed25519", alg: "EdDSA", use: "sig", x: expect.any(String), kid: keys[0]?.kid },
    ]);
    expect(decodeProtectedHeader(jws)).toEqual({
      alg: "EdDSA",
      kid: keys[0]?.kid,
      typ: "bianzhen-label+jws",
    });
    const [head, body, signature] = jws.split(".");
    const other = Buffer.from(JSON.stringify({ ...payload, verdict: "true" })).toString("base64url");
    await expect(verify(`${head}.${other}.${signature}`)).rejects.toThrow();
    expect(body).toBe(Buffer.from(JSON.stringify(payload)).toString("base64url"));
  });

  it("has one label for a version, however often it is made and by how many", async () => {
    const start = await headOf();
    const { debunk } = await seedClaim({ status: "published" });
    const id = debunk?.id ?? "";
    const { suggestLabel } = reactions["debunk.published"];
    const event = { subjectId: id } as Parameters<typeof suggestLabel>[0];
    await Promise.all([suggestLabel(event), suggestLabel(event), makeLabels(id)]);
    const first = await readLabels({ cursor: start });
    await suggestLabel(event);
    expect(first.items).toHaveLength(1);
    expect(await readLabels({ cursor: start })).toEqual(first);
  });

  it("puts a newer label in the place of the older by a correction, and keeps its bytes", async () => {
    const start = await headOf();
    const { debunk } = await publishLabelled();
    const [older] = (await readLabels({ cursor: start })).items;
    await correctLabelled(debunk.id, "correction");
    const { items } = await readLabels({ cursor: start });
    expect(items).toHaveLength(2);
    expect(items[0]).toEqual({ ...older, supersededBy: items[1]?.id });
    expect(items[1]?.payload).toMatchObject({ action: "label", version: 2, supersedes: older?.id });
    expect(items[1]?.supersededBy).toBeNull();
  });

  it("revokes by a retraction what the label before was about", async () => {
    const start = await headOf();
    const urls = ["https://weibo.com/detail/5012345678901234"];
    const { debunk } = await publishLabelled({ reports: [{ text: "转发的说法，有图有真相", urls }] });
    await correctLabelled(debunk.id, "retraction");
    const [older, newer] = (await readLabels({ cursor: start })).items;
    expect(older?.payload.links).toHaveLength(1);
    const { wordings, links, pictures, id } = older?.payload ?? {};
    const revoked = { action: "revoke", words: null, validUntil: null, supersedes: id };
    expect(newer?.payload).toMatchObject({ ...revoked, wordings, links, pictures });
    expect(older?.supersededBy).toBe(newer?.id);
  });

  it("says of what is unproven for how long", async () => {
    const start = await headOf();
    await publishLabelled({ verdict: "unproven" });
    const { validFrom = "", validUntil } = (await readLabels({ cursor: start })).items[0]?.payload ?? {};
    expect(Date.parse(validUntil ?? "") - Date.parse(validFrom)).toBe(30 * 86_400_000);
  });

  it("is made up for by the sweep for what was published before there were labels", async () => {
    const start = await headOf();
    const { debunk } = await seedClaim({ status: "corrected" });
    await makeForgottenLabels();
    const { items } = await allLabels(start);
    const own = items.filter(({ payload }) => payload.slug === debunk?.slug);
    expect(own.map(({ payload }) => payload.version)).toEqual([1, 2]);
    await makeForgottenLabels();
    expect((await allLabels(start)).items).toHaveLength(items.length);
  });

  it("misses nothing while many publish at once", async () => {
    const start = await headOf();
    let isDone = false;
    const publishing = Promise.all(Array.from({ length: 8 }, () => publishLabelled())).finally(() => {
      isDone = true;
    });
    const got: string[] = [];
    for (let cursor = start, last = false; !last; ) {
      last = isDone;
      const { items, nextCursor } = await readLabels({ cursor, limit: "3" });
      got.push(...items.map(({ payload }) => payload.slug));
      cursor = nextCursor;
      if (items.length > 0) last = false;
    }
    expect(got.toSorted()).toEqual((await publishing).map(({ debunk }) => debunk.slug).toSorted());
  });

  it("becomes visible in the order of its numbers: who makes one waits for who began before", async () => {
    const { debunk } = await seedClaim({ status: "published" });
    const start = await headOf();
    let isMade = false;
    let making: Promise<void> = Promise.resolve();
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(4210031)`;
      making = makeLabels(debunk?.id ?? "").then(() => {
        isMade = true;
      });
      await vi.waitFor(async () => expect(await waitingFor(4210031)).toBe(1), {
        timeout: 20_000,
        interval: 20,
      });
      expect(isMade).toBe(false);
    });
    await making;
    expect((await readLabels({ cursor: start })).items).toHaveLength(1);
  });

  it("gives a cursor also when there is nothing, and refuses what nobody gave out", async () => {
    const start = await headOf();
    expect(await readLabels({ cursor: start })).toEqual({ items: [], nextCursor: start });
    for (const cursor of ["-1", "x", "1".repeat(19)]) expect((await getLabels({ cursor })).status).toBe(422);
    expect((await getLabels({ limit: "101" })).status).toBe(422);
  });

  it("refuses a wrong key, and one that is made for something else", async () => {
    expect((await getLabels({}, "bz_nothing")).status).toBe(401);
    const { secret } = await seedKey({ memberId: "plat-douyin", scopes: ["intake"] });
    expect((await getLabels({}, secret)).status).toBe(403);
  });
});

describe("a label", () => {
  const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

  it("names posts and pictures by hashes, and no account, no report and no contact", async () => {
    const start = await headOf();
    const claim = await seedClaim({
      status: "verifying",
      wording: "本地水库今晚泄洪，全城停水三天。",
      reports: [
        {
          text: "群里都在传这个消息，请核实",
          note: "是我邻居发给我的",
          email: "asker@example.org",
          urls: [
            "https://weibo.com/1234567890/OaBcDeFgH?from=share",
            "https://weibo.com/u/1234567890",
            "https://www.douyin.com/user/MS4wLjABAAAA?modal_id=7300000000000000000",
            "https://www.douyin.com/user/MS4wLjABAAAA",
            "https://space.bilibili.com/987654",
            "https://www.youtube.com/zhangsan-tv",
            "https://forum.example.com/home/zhangsan",
          ],
        },
      ],
    });
    await seedUpload({ reportId: claim.reports[0]?.id ?? "" });
    const { phash } = await db.upload.findFirstOrThrow({
      where: { report: { reportId: claim.reports[0]?.id ?? "" } },
    });
    const { debunk } = await publishWith(claim.id);
    await makeLabels(debunk.id);
    const { payload } = (await readLabels({ cursor: start })).items[0] ?? {};
    expect(payload?.links).toHaveLength(2);
    expect(payload?.links).toContain(sha256("douyin:7300000000000000000"));
    expect(payload?.pictures).toEqual([BigInt(`0b${phash}`).toString(16).padStart(16, "0")]);
    const said = JSON.stringify(payload);
    for (const hidden of ["群里都在传", "邻居", "asker", "1234567890", "zhangsan", "987654", "MS4w"])
      expect(said).not.toContain(hidden);
    for (const account of ["weibo.com/u/1234567890", "space.bilibili.com/987654", "youtube.com/zhangsan-tv"])
      expect(said).not.toContain(sha256(account));
    expect(Object.keys(payload ?? {}).toSorted()).toEqual(
      "action id links pictures slug supersedes url validFrom validUntil verdict version wordings words".split(
        " ",
      ),
    );
  });

  /** The claim of another notice is this one. */
  async function publishWith(claimId: string) {
    const { debunk } = await seedClaim({ status: "published" });
    await db.debunk.update({ where: { id: debunk?.id ?? "" }, data: { claimId } });
    return { debunk: debunk ?? { id: "" } };
  }

  it("carries former words of the desk, not those of reports, nor what tells of somebody private", async () => {
    const start = await headOf();
    const claim = await seedClaim({ status: "published", reports: [{ text: "水厂 要停水\n三天，快存水" }] });
    const debunkId = claim.debunk?.id ?? "";
    const former = [
      "自来水将停供三天",
      "水厂 要停水 三天，…",
      "村民王小明家断水三天",
      "请打13812345678问停水",
    ];
    for (const wording of former)
      await asOwner(
        `INSERT INTO former_wordings (id, claim_id, wording, replaced_at) VALUES ('${newId()}', '${claim.id}', '${wording}', '2026-01-01')`,
      );
    await makeLabels(debunkId);
    const { wordings = [] } = (await readLabels({ cursor: start })).items[0]?.payload ?? {};
    const { content } = await db.debunkVersion.findFirstOrThrow({ where: { debunkId } });
    expect(wordings[0]).toBe(content.claimed);
    expect(wordings).toContain("自来水将停供三天");
    expect(wordings).toContain("请打〔电话已隐去〕问停水");
    expect(wordings.join()).not.toMatch(/水厂 要停水|王小明|138/);
  });

  it("stays below what the database takes, whatever stands in it", async () => {
    const start = await headOf();
    const claim = await seedClaim({ status: "published" });
    const urls = Array.from({ length: 120 }, (_, at) => `https://weibo.com/detail/50123456789${at + 10_000}`);
    await asOwner(
      `ALTER TABLE reports DISABLE TRIGGER USER;
       UPDATE reports SET urls = '{${urls}}' WHERE id = '${claim.reports[0]?.id}';
       ALTER TABLE reports ENABLE TRIGGER USER`,
    );
    const long = "𠮷".repeat(1_000);
    for (let at = 10; at < 30; at += 1)
      await asOwner(
        `INSERT INTO former_wordings (id, claim_id, wording, replaced_at) VALUES ('${newId()}', '${claim.id}', '${at}${long}', '2026-01-01')`,
      );
    await makeLabels(claim.debunk?.id ?? "");
    const { payload } = (await readLabels({ cursor: start })).items[0] ?? {};
    expect(payload?.links).toHaveLength(100);
    expect(payload?.wordings).toHaveLength(10);
    expect(Math.max(...(payload?.wordings ?? []).map((text) => [...text].length))).toBe(200);
  });

  it("is never changed in the database, and a revocation revokes something", async () => {
    const { debunk } = await publishLabelled();
    const { id } = await db.label.findFirstOrThrow({ where: { version: { debunkId: debunk.id } } });
    await expect(asOwner(`UPDATE labels SET payload = '{}' WHERE id = '${id}'`)).rejects.toThrow();
    await expect(asOwner(`DELETE FROM labels WHERE id = '${id}'`)).rejects.toThrow();
    const { debunk: other } = await seedClaim({ status: "published" });
    const version = await db.debunkVersion.findFirstOrThrow({ where: { debunkId: other?.id ?? "" } });
    const alone = `'${newId()}', '${version.id}', 'revoke', '{}', NULL, '2026-01-01'`;
    const into =
      "INSERT INTO labels (id, debunk_version_id, action, payload, supersedes_id, created_at) VALUES";
    await expect(asOwner(`${into} (${alone})`)).rejects.toThrow("labels_revokes_one");
  });
});
