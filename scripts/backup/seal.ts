import { Decrypter, Encrypter } from "age-encryption";
import { Refusal } from "./refusal.ts";

type Pieces = AsyncIterable<Uint8Array>;

/** How every file begins that was encrypted for age. */
export const AGE = "age-encryption.org/";

/** Encrypts for a recipient, so that nobody on this machine can open it again. */
export function sealFor(recipient: string): (plain: Pieces) => Pieces {
  const encrypter = new Encrypter();
  try {
    encrypter.addRecipient(recipient);
  } catch {
    throw new Refusal("BACKUP_RECIPIENT is no recipient of age: it is mistyped or cut off.");
  }
  return async function* seal(plain) {
    yield* piecesOf(await encrypter.encrypt(toWeb(plain)));
  };
}

/** Opens what was encrypted for one of the identities, one on each line as `age-keygen` writes them. */
export function openWith(identities: string): (sealed: Pieces) => Pieces {
  const decrypter = new Decrypter();
  const lines = identities.split("\n").map((line) => line.trim());
  try {
    for (const line of lines) if (line && !line.startsWith("#")) decrypter.addIdentity(line);
  } catch {
    throw new Refusal("BACKUP_IDENTITY is no file with an identity of age.");
  }
  return async function* open(sealed) {
    const plain = await decrypter.decrypt(toWeb(sealed)).catch((error: unknown) => {
      const isForeign = error instanceof Error && error.message.startsWith("no identity matched");
      throw isForeign
        ? new Refusal("The backup is encrypted for another identity than BACKUP_IDENTITY.")
        : error;
    });
    yield* piecesOf(plain);
  };
}

/** As age wants it; a stream of the web has no other way in that both sides' types know. */
function toWeb(pieces: Pieces): ReadableStream<Uint8Array> {
  const source = pieces[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await source.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await source.return?.();
    },
  });
}

async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    // Whoever stops in the middle lets go of what feeds it too.
    await reader.cancel().catch(() => {});
  }
}

/** The layer of an archive that is not encrypted. */
export const asItIs = (pieces: Pieces): Pieces => pieces;
