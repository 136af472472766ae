import { newId } from "#lib/platform/id";
import { pdf, taken } from "#lib/platform/testing/pictures";
import { seedClaim } from "#seed/claims";
import { seedPerson } from "#seed/people";
import { checkEveryLook, checkPage } from "./pages/axe.ts";
import { expect, openReady, test } from "./pages/people.ts";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a verifier attaches a photo and a document to what was found", async ({ visit }) => {
      const claim = await seedClaim({ status: "drafting" });
      const password = `test ${newId()}`;
      const verifier = await seedPerson({
        password,
        roles: [{ memberId: claim.lead, role: "verifier" as const }],
      });
      const page = await visit({ ...verifier, password });
      if (javaScriptEnabled) await openReady(page, `/desk/claims/${claim.id}`);
      else await page.goto(`/desk/claims/${claim.id}`);
      await page.getByRole("link", { name: "附上文件" }).first().click();
      await expect(page.getByRole("heading", { level: 1, name: "证据和文件" })).toBeVisible();

      const send = async (name: string, mimeType: string, buffer: Buffer) => {
        await page.getByLabel("照片、录音录像或文件").setInputFiles({ name, mimeType, buffer });
        await page.getByRole("button", { name: "附上", exact: true }).click();
      };
      await send("桥面.jpg", "image/jpeg", await taken("jpeg", ["桥面完好"]));
      await expect(page.getByText("文件已附上。")).toBeVisible();
      await send("函.pdf", "application/pdf", pdf);
      await expect(page.getByRole("link", { name: "看文件：PDF" })).toBeVisible();
      await send("page.html", "image/png", Buffer.from("<!doctype html><p>x"));
      await expect(page.getByText(/不支持这种文件/).first()).toBeVisible();
      if (javaScriptEnabled) await checkEveryLook(page, "evidence with files");

      await page.getByRole("link", { name: "看文件：图片" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "证据里的文件" })).toBeVisible();
      await expect(page.getByAltText(/副本/).first()).toBeVisible();
      if (javaScriptEnabled) await checkPage(page, "a file of evidence");
    });
  });
}
