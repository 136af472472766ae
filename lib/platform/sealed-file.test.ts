import fc from "fast-check";
import { expect, it } from "vitest";
import { sealFile, unsealFile } from "./sealed-file.ts";

const PIECE = 64 * 1024;

async function gather(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

const seal = (plain: Uint8Array, context = "a") => gather(sealFile("test", context, [plain]));
const unseal = (sealed: Uint8Array, context = "a") => gather(unsealFile("test", context, [sealed]));

it.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 17])(
  "gives back %i bytes",
  async (size) => {
    const plain = Buffer.alloc(size, "水");
    const sealed = await seal(plain);
    expect(await unseal(sealed)).toEqual(plain);
    // A single sign may stand in so many random bytes by chance.
    expect(sealed.includes("水水水水")).toBe(false);
  },
);

it("does not depend on how the bytes arrive", () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 200_000 }), { maxLength: 6 }), async (pieces) => {
      const sealed = await gather(sealFile("test", "a", pieces));
      const halves = [sealed.subarray(0, 1000), sealed.subarray(1000)];
      expect(await gather(unsealFile("test", "a", halves))).toEqual(Buffer.concat(pieces));
    }),
    { numRuns: 20 },
  ));

it("refuses what was altered, cut off, extended, or is another row's", async () => {
  const sealed = await seal(Buffer.alloc(2 * PIECE + 5, 7));
  const altered = Buffer.from(sealed);
  altered[100] = (altered[100] ?? 0) ^ 1;
  await expect(unseal(altered)).rejects.toThrow();
  await expect(unseal(sealed, "b")).rejects.toThrow();
  for (const length of [0, 10, 16, 17, 16 + PIECE + 16, 16 + 2 * (PIECE + 16), sealed.length - 1]) {
    await expect(unseal(sealed.subarray(0, length)), String(length)).rejects.toThrow();
  }
  await expect(unseal(Buffer.concat([sealed, Buffer.alloc(40)]))).rejects.toThrow();
});
