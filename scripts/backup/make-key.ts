import { writeFile } from "node:fs/promises";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { Refusal } from "./refusal.ts";

/** Makes a key for backups: a file that opens them, which only its owner reads, and the recipient for whom they are encrypted. */
export async function makeKey(path: string): Promise<string> {
  const identity = await generateIdentity();
  const recipient = await identityToRecipient(identity);
  const words = `# public key: ${recipient}\n${identity}\n`;
  await writeFile(path, words, { mode: 0o600, flag: "wx", flush: true }).catch(
    (error: NodeJS.ErrnoException) => {
      throw new Refusal(`The key cannot be written to ${path} (${error.code}).`);
    },
  );
  return recipient;
}
