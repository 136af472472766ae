import type { Scope } from "#lib/access/scopes";
import { recordEvent } from "#lib/audit/record-event";
import { absolute } from "#lib/i18n/absolute";
import { apiHref } from "#lib/i18n/addresses";
import { withoutReactions } from "#lib/platform/at";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { demoFile, writeDemoFile } from "./demo-files.ts";
import { addKey } from "./keys.ts";

/** As `demo-keys.json` lists them. */
export type DemoKey = { key: string; scopes: Scope[]; member: string; name: string; url: string };

const keysFile = "demo-keys.json";
const memberId = "outlet-cover-news";
const name = "演示·新闻客户端的“求证”栏目";
const scopes: Scope[] = ["intake"];

/** One member of the demo has an application with a key; when the file with it is gone, a new key takes its place. */
export async function seedDemoKey(): Promise<void> {
  if (demoFile(keysFile)) return;
  const email = `coordinator@${memberId}.demo.invalid`;
  // Nobody is told of it.
  await withoutReactions(() =>
    db.$transaction(async (tx) => {
      // Two instances that start at once take turns, and the second finds the work done.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(4210023)`;
      if (demoFile(keysFile)) return;
      const { id: userId } = await tx.user.findUniqueOrThrow({ where: { email } });
      await tx.apiKey.updateMany({ where: { memberId, name, revokedAt: null }, data: { revokedAt: now() } });
      const { id, secret, hint } = await addKey(tx, { memberId, name, scopes, createdById: userId });
      await recordEvent(tx, {
        type: "api-key.created",
        actor: { kind: "person", userId, role: "coordinator", memberId },
        subjectId: id,
        data: { member: memberId, hint, scopes },
      });
      const url = absolute(apiHref("/reports"));
      const keys: DemoKey[] = [{ key: secret, scopes, member: memberId, name, url }];
      writeDemoFile(keysFile, keys);
    }),
  );
}
