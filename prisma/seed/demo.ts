import { randomBytes } from "node:crypto";
import { system } from "#lib/access/actor";
import { hashPassword } from "#lib/access/password";
import type { Role } from "#lib/access/roles";
import { recordEvent } from "#lib/audit/record-event";
import { absolute } from "#lib/i18n/absolute";
import { config } from "#lib/platform/config";
import { connect, db } from "#lib/platform/db";
import { deliverySteps, receiveMost, republishSome } from "./demo-deliveries.ts";
import { demoFile, writeDemoFile } from "./demo-files.ts";
import { seedDemoKey } from "./demo-key.ts";
import { addDemoPeople, type DemoPerson, planDemoPeople } from "./demo-people.ts";
import { type DemoClaim, planDemoClaims, toldClaims } from "./demo-stories.ts";
import { insertStaff, noStaff } from "./people.ts";
import { tell } from "./tell.ts";
import { stepsOf } from "./tell-claim.ts";
import type { Told } from "./told.ts";

/** As `demo-accounts.json` lists them. */
export type DemoAccount = { email: string; password: string; roles: Role[]; member: string; name: string };

export type DemoOutcome =
  | "loaded"
  | "already there"
  | "passwords renewed"
  | "not loaded, for the database holds something else";

/** Loads the demonstration and the key of one of its members. */
export async function seedDemo(): Promise<DemoOutcome> {
  const outcome = await seedStories();
  if (!outcome.startsWith("not loaded")) await seedDemoKey();
  return outcome;
}

/**
 * Loads the demonstration: people, claims in every state, and their notices, told by the use cases themselves. It goes
 * into a database in which nothing has happened yet, and once; a second run changes nothing, unless the file with the
 * passwords is gone: then everybody gets a new one.
 */
const seedStories = (): Promise<DemoOutcome> =>
  inTurn(async () => {
    const wasThere = await isThere();
    if (wasThere && demoFile(accountsFile)) return "already there";
    const claims = planDemoClaims();
    const people = planDemoPeople(claims.map(({ route }) => route));
    if (wasThere) {
      await renewPasswords(people);
      return "passwords renewed";
    }
    if (!(await isEmpty())) return "not loaded, for the database holds something else";
    await load(claims, people);
    return "loaded";
  });

const accountsFile = "demo-accounts.json";
const receiptsFile = "demo-receipts.json";

/** Whether the demonstration has been told to its end, which it records itself. */
const isThere = async (): Promise<boolean> => (await db.event.count({ where: { type: "demo.loaded" } })) > 0;

/** Whether nobody has worked in the database or sent anything to it. */
const isEmpty = async (): Promise<boolean> => {
  const counts = await Promise.all([db.user.count(), db.report.count(), db.claim.count()]);
  return counts.every((count) => count === 0);
};

/** Two processes that start at once take turns, and the second finds the work done. */
async function inTurn<Result>(run: () => Promise<Result>): Promise<Result> {
  const guard = connect(config.DATABASE_URL ?? "", { max: 1 });
  try {
    return await guard.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(4210021)`;
        return run();
      },
      { timeout: 600_000, maxWait: 60_000 },
    );
  } finally {
    await guard.$disconnect();
  }
}

async function load(claims: readonly DemoClaim[], people: readonly DemoPerson[]): Promise<void> {
  const passwords = newPasswords(people);
  const staff = noStaff();
  const seeded = addDemoPeople(staff, people, await Promise.all(passwords.map(hashPassword)));
  await insertStaff(staff);
  const told = toldClaims(claims, seeded);
  await tell([...told.values()].flatMap((claim) => [...stepsOf(claim), ...deliverySteps(claim)]));
  await receiveMost();
  await republishSome();
  // On disk before it counts as told: without the files nobody could sign in.
  writeDemoFile(accountsFile, accountsOf(people, passwords));
  writeDemoFile(receiptsFile, receiptsOf(told));
  await db.$transaction((tx) => recordEvent(tx, { type: "demo.loaded", actor: system, subjectId: "demo" }));
}

const newPasswords = (people: readonly DemoPerson[]): string[] =>
  people.map(() => randomBytes(12).toString("base64url"));

async function renewPasswords(people: readonly DemoPerson[]): Promise<void> {
  const passwords = newPasswords(people);
  const hashes = await Promise.all(passwords.map(hashPassword));
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
function receiptsOf(told: ReadonlyMap<string, Told>) {
  return ["demo-01", "demo-15", "demo-26", "extra-other-channel"].flatMap((id) => {
    const dossier = told.get(id);
    const [report] = dossier?.reports ?? [];
    return dossier && report
      ? [
          {
            receipt: report.receipt,
            state: dossier.story.status,
            claim: dossier.story.wording,
            url: absolute("/track"),
          },
        ]
      : [];
  });
}
