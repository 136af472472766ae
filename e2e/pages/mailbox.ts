import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import type { ParsedMail } from "mailparser";
import { readLetters } from "#lib/platform/testing/mailbox";

/** Where the mail server of the run keeps its letters. */
export const mailbox = (): string => process.env.MAILBOX ?? join(tmpdir(), "bianzhen-mailbox");

/** The letters to an address once there are so many. */
export async function lettersTo(address: string, count = 1): Promise<ParsedMail[]> {
  await expect.poll(async () => (await readLetters(mailbox(), address)).length).toBe(count);
  return readLetters(mailbox(), address);
}
