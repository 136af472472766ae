import { expect, it, vi } from "vitest";

// More than any disk has left; set before the settings are read.
vi.hoisted(() => {
  process.env.DISK_RESERVE_MB = "100000000";
});

import { handlersOf } from "#lib/web/handlers";
import { described, post } from "#lib/web/testing/call";
import { filesOnDisk, sendFile } from "#lib/web/testing/send-file";
import { seedReference } from "#seed/reference";

it("refuses files while the disk is short of space, and takes in reports", async () => {
  await seedReference();
  const before = await filesOnDisk();
  const response = await sendFile(Buffer.from("%PDF-1.4 %%EOF"));
  expect([response.status, response.headers.get("retry-after")]).toEqual([507, "60"]);
  expect(await described(response, "post", "/api/v1/uploads")).toMatchObject({
    type: "urn:bianzhen:problem:full",
  });
  expect(await filesOnDisk()).toEqual(before);
  const { POST } = handlersOf("/api/v1/reports");
  expect((await post(POST, "/api/v1/reports", { text: "网传明天全城停水三天" })).status).toBe(201);
});
