import { randomBytes } from "node:crypto";
import { hashPassword } from "#lib/access/password";
import type { Role } from "#lib/access/roles";
import { config } from "#lib/platform/config";
import { db, type Tx } from "#lib/platform/db";
import { takeClaimNumbers } from "./claims.ts";
import { deliveryRows } from "./deliveries.ts";
import { demoFile, writeDemoFile } from "./demo-files.ts";
import { seedDemoKey } from "./demo-key.ts";
import { addDemoPeople, type DemoPerson, planDemoPeople } from "./demo-people.ts";
import { planDemoClaims, tellDemo } from "./demo-stories.ts";
import type { Dossier } from "./dossier.ts";
import { labelRows } from "./labels.ts";
import { insertRows, joinRows, noRows } from "./rows.ts";

/** As `demo-accounts.json` lists them. */
export type DemoAccount = { email: string; password: string; roles: Role[]; member: string; name: string };

export type DemoOutcome = "loaded" | "already there" | "passwords renewed";

/** Loads the demonstration and the key of one of its members. */
export async function seedDemo(): Promise<DemoOutcome> {
  const outcome = await seedStories();
  await seedDemoKey();
  return outcome;
}

/**
 * Loads the demonstration: people, claims in every state, and their notices. It is there whole or not at all; a second
 * run changes nothing, unless the file with the passwords is gone: then everybody gets a new one.
 */
async function seedStories(): Promise<DemoOutcome> {
  const claims = planDemoClaims();
  const people = planDemoPeople(claims.map(({ route }) => route));
  const there = await isThere(db, people);
  if (there && demoFile(accountsFile)) return "already there";
  const passwords = people.map(() => randomBytes(12).toString("base64url"));
  const hashes = await Promise.all(passwords.map(hashPassword));
  if (there) await renewPasswords(people, hashes, passwords);
  const loaded = there || (await load(claims, people, hashes, passwords));
  if (there) return "passwords renewed";
  return loaded ? "loaded" : "already there";
}

const accountsFile = "demo-accounts.json";
const receiptsFile = "demo-receipts.json";

/** Its first person stands for the whole demo, which was stored in one transaction. */
const isThere = async (client: Tx, [first]: readonly DemoPerson[]): Promise<boolean> =>
  (await client.user.count({ where: { email: first?.email ?? "" } })) > 0;

async function load(
  claims: ReturnType<typeof planDemoClaims>,
  people: readonly DemoPerson[],
  hashes: readonly string[],
  passwords: readonly string[],
): Promise<boolean> {
  return db.$transaction(
    async (tx) => {
      // Two instances that start at once take turns, and the second finds the work done.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(4210021)`;
      if (await isThere(tx, people)) return false;
      const staff = noRows();
      const seeded = addDemoPeople(staff, people, hashes);
      const told = tellDemo(claims, await takeClaimNumbers(tx, claims.length), seeded);
      countMerged(told);
      const rows = joinRows([staff, ...[...told.values()].map((dossier) => dossier.rows)]);
      const labels = labelRows([...told.values()]);
      await insertRows(tx, { ...rows, ...labels, deliveries: await deliveryRows(tx, rows) });
      // On disk before the commit: without the files nobody could sign in.
      writeDemoFile(accountsFile, accountsOf(people, passwords));
      writeDemoFile(receiptsFile, receiptsOf(told));
      return true;
    },
    { timeout: 120_000, maxWait: 60_000 },
  );
}

/** Reports of a duplicate count at the claim that it repeats. */
function countMerged(told: ReadonlyMap<string, Dossier>): void {
  const byId = new Map([...told.values()].map(({ claim }) => [claim.id, claim]));
  for (const { claim } of told.values()) {
    const parent = byId.get(claim.mergedIntoId ?? "");
    if (parent) parent.reportCount = (parent.reportCount ?? 0) + (claim.reportCount ?? 0);
  }
}

async function renewPasswords(
  people: readonly DemoPerson[],
  hashes: readonly string[],
  passwords: readonly string[],
) {
  await db.$transaction(
    people.map(({ email }, index) =>
      db.user.updateMany({ where: { email }, data: { passwordHash: hashes[index] ?? "" } }),
    ),
  );
  writeDemoFile(accountsFile, accountsOf(people, passwords));
}

const accountsOf = (people: readonly DemoPerson[], passwords: readonly string[]): DemoAccount[] =>
  people.map(({ email, name, memberId, roles }, index) => ({
    email,
    password: passwords[index] ?? "",
    roles,
    member: memberId,
    name,
  }));

/** A few receipts to look up on the tracking page, with what each shows. */
function receiptsOf(told: ReadonlyMap<string, Dossier>) {
  return ["demo-01", "demo-15", "demo-26", "extra-other-channel"].flatMap((id) => {
    const dossier = told.get(id);
    const [report] = dossier?.reports ?? [];
    return dossier && report
      ? [
          {
            receipt: report.receipt,
            state: dossier.story.status,
            claim: dossier.story.wording,
            url: `${config.SITE_URL}/track`,
          },
        ]
      : [];
  });
}
