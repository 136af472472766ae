import { mkdirSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { FileStore } from "@tus/file-store";
import { ownDirectory, pendingUploads } from "#lib/files/arrivals";
import { hours } from "#lib/platform/clock";

type Begun = Parameters<FileStore["create"]>[0];

/** Files that arrive in pieces, not sealed until they are complete: nobody else on this machine may read them. */
export class PrivateStore extends FileStore {
  constructor() {
    const directory = pendingUploads();
    // The library would make it open to everybody.
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    super({ directory, expirationPeriodInMilliseconds: hours(24) });
  }

  /** What is there already keeps its mode when the library writes it. */
  override async create(file: Begun): Promise<Begun> {
    await ownDirectory(this.directory);
    for (const name of [file.id, `${file.id}.json`])
      await (await open(join(this.directory, name), "wx", 0o600)).close();
    return super.create(file);
  }
}
