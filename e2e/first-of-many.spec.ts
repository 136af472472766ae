import { randomInt } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
import { hashReceipt } from "#lib/intake/receipt";
import { db } from "#lib/platform/db";
import { seedKey } from "#seed/keys";
import { memberRows } from "#seed/members";
import { expect, newPerson, openReady, platform, someMember, test } from "./pages/people.ts";
import { variantsOf } from "./pages/variants.ts";

const REPORTS = "/api/v1/reports";
const MANY = 100;

/** Two counties, so that what is said of one is not said of the other. */
function twoTowns(): [string, string] {
  const towns = memberRows.filter(({ kind }) => kind === "county-media-centre").map(({ zh }) => zh);
  const names = towns.map((zh) => zh.replace(/融媒体中心$/, ""));
  const at = randomInt(names.length);
  return [names[at] ?? "", names[(at + 60) % names.length] ?? ""];
}

const rumorOf = (town: string, hours: number) =>
  `明天早上八点起${town}全城停水${hours}小时，因为自来水厂的水里检出农药超标，请马上储水`;

/** Files a report from a network of its own, or with a key as a member's application does; tells its receipt. */
async function file(request: APIRequestContext, text: string, secret?: string): Promise<string> {
  const network = Array.from({ length: 3 }, () => randomInt(1, 250)).join(".");
  const headers = {
    "x-forwarded-for": `10.${network}`,
    ...(secret && { authorization: `Bearer ${secret}` }),
  };
  const answer = await request.post(REPORTS, { data: { text }, headers });
  expect(answer.status(), text).toBe(201);
  const { receipt } = (await answer.json()) as { receipt: string };
  return receipt;
}

/** Files all of them, twenty at once; every tenth comes through a member's application. */
async function fileAll(request: APIRequestContext, texts: readonly string[]): Promise<string[]> {
  const { secret } = await seedKey({ memberId: someMember() });
  const receipts: string[] = [];
  for (let from = 0; from < texts.length; from += 20) {
    const some = texts
      .slice(from, from + 20)
      .map((text, at) => file(request, text, at % 10 === 0 ? secret : undefined));
    receipts.push(...(await Promise.all(some)));
  }
  return receipts;
}

/** How many of these reports stand in which claim; those that the worker has not placed yet count under "". */
async function claimsOf(receipts: readonly string[]): Promise<Record<string, number>> {
  const hashes = receipts.flatMap((receipt) => {
    const hash = hashReceipt(receipt);
    return hash ? [Uint8Array.from(hash)] : [];
  });
  const found = await db.report.findMany({
    where: { receiptHash: { in: hashes } },
    select: { claim: { select: { claimId: true } } },
  });
  const counts: Record<string, number> = {};
  for (const { claim } of found) counts[claim?.claimId ?? ""] = (counts[claim?.claimId ?? ""] ?? 0) + 1;
  return counts;
}

async function placed(receipts: readonly string[]): Promise<Record<string, number>> {
  await expect(async () => expect(await claimsOf(receipts)).not.toHaveProperty([""])).toPass();
  return claimsOf(receipts);
}

const countIs = (page: Page, count: number) =>
  expect(page.getByRole("heading", { name: `线索（${count}）` })).toBeVisible();

test("a hundred people send one new rumor in a hundred ways: one claim, and what does not belong can be taken out", async ({
  visit,
  ask,
}) => {
  const request = await ask();
  const [town, otherTown] = twoTowns();
  const hours = randomInt(25, 97);
  const variants = variantsOf(rumorOf(town, hours), MANY);
  expect(new Set(variants).size).toBe(MANY);

  // Whichever comes first gives the claim its words.
  const from = randomInt(MANY);
  const receipts = await fileAll(request, [...variants.slice(from), ...variants.slice(0, from)]);
  const counts = await placed(receipts);
  expect(Object.values(counts), JSON.stringify(counts)).toEqual([MANY]);
  const [claimId = ""] = Object.keys(counts);

  await test.step("the same of another town is another claim", async () => {
    const other = await placed([await file(request, rumorOf(otherTown, hours))]);
    expect(Object.keys(other)).not.toContain(claimId);
  });

  const page = await visit(await newPerson(platform, "moderator"));
  await test.step("the desk has one row for all of them, with their number and why they are one", async () => {
    await page.goto("/desk/queue?view=new");
    const row = page.getByRole("main").locator(`a[href*="/desk/claims/${claimId}"]`).first();
    // What others file meanwhile stands above it, on pages of its own.
    const older = page.locator('a[rel="next"]');
    for (let turned = 0; turned < 20 && !(await row.isVisible()) && (await older.isVisible()); turned += 1) {
      await page.goto((await older.getAttribute("href")) ?? "");
    }
    await expect(row).toBeVisible();
    await openReady(page, `/desk/claims/${claimId}`);
    await countIs(page, MANY);
    await expect(page.getByText("系统自动归入").first()).toBeVisible();
    await expect(page.getByText("相同的字句").first()).toBeVisible();
  });

  await test.step("a moderator takes one out; it has a claim of its own, and the claim says what was done", async () => {
    await page.getByRole("button", { name: "不属于这条，移出" }).first().click();
    await countIs(page, MANY - 1);
    await expect(page.getByText(/拆出 1 条线索，另立传言/).first()).toBeVisible();
    const after = await claimsOf(receipts);
    expect(after[claimId]).toBe(MANY - 1);
    expect(Object.keys(after)).toHaveLength(2);
  });

  await test.step("a merge takes that back", async () => {
    const after = await claimsOf(receipts);
    const [own = ""] = Object.keys(after).filter((id) => id !== claimId);
    const { number } = await db.claim.findUniqueOrThrow({ where: { id: claimId } });
    await openReady(page, `/desk/claims/${own}`);
    await page.getByText("并入另一条传言", { exact: true }).click();
    await page.getByLabel("并入的编号").fill(String(number));
    await page.getByRole("button", { name: "合并", exact: true }).click();
    await expect(page.getByText(`并入传言 #${number}`).first()).toBeVisible();
    await openReady(page, `/desk/claims/${claimId}`);
    await countIs(page, MANY);
  });
});
