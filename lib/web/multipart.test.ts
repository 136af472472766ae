import fc from "fast-check";
import { expect, it } from "vitest";
import { readFilePart } from "./multipart.ts";

const MIB = 1024 * 1024;

const head = (name: string) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"; filename="a.png"\r\n\r\n`;

/** A form with another field before and behind the file. */
const formWith = (content: Uint8Array) =>
  Buffer.concat([
    Buffer.from(`${head("note")}--\r\n${head("file")}`),
    content,
    Buffer.from(`\r\n${head("file")}other\r\n--b--\r\n`),
  ]);

const send = (body: BodyInit) =>
  new Request("http://localhost/", {
    method: "POST",
    body,
    headers: { "content-type": "multipart/form-data; boundary=b" },
    duplex: "half",
  } as RequestInit);

/** A body that arrives in pieces of these sizes, over and over. */
function inPieces(whole: Uint8Array, sizes: readonly number[]): ReadableStream<Uint8Array> {
  let [at, turn] = [0, 0];
  return new ReadableStream({
    pull(controller) {
      if (at >= whole.length) return controller.close();
      const size = sizes[turn++ % sizes.length] ?? 1;
      controller.enqueue(whole.slice(at, at + size));
      at += size;
    },
  });
}

async function read(request: Request): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of readFilePart(request, "file")) pieces.push(piece);
  return Buffer.concat(pieces);
}

const nearlyDelimiters = fc
  .array(fc.constantFrom("\r", "\n", "-", "\r\n--", "\r\n--a", "\n--b", "x"), { maxLength: 40 })
  .map((parts) => Buffer.from(parts.join("")))
  // A sender chooses a boundary that the file does not have.
  .filter((bytes) => !Buffer.concat([Buffer.from("\r\n"), bytes]).includes("\r\n--b"));
const content = fc.oneof(fc.uint8Array({ maxLength: 3000 }), nearlyDelimiters);
const sizes = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 5 });

it("gives the file byte for byte, in whatever pieces the form arrives", async () => {
  await fc.assert(
    fc.asyncProperty(content, sizes, async (bytes, pieces) => {
      const file = await read(send(inPieces(formWith(bytes), pieces)));
      expect(file.equals(bytes)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

it("never takes a file that was cut off for a whole one", async () => {
  const whole = formWith(Buffer.alloc(5000, "content "));
  const end = whole.indexOf("\r\n--b", 300);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: end + 4 }), sizes, async (cut, pieces) => {
      await expect(read(send(inPieces(whole.subarray(0, cut), pieces)))).rejects.toThrow("BAD_REQUEST");
    }),
    { numRuns: 300 },
  );
});

it.each([
  ["before the first field", ""],
  ["in another field", head("note")],
  ["in the headers of a field", "--b\r\nX: "],
])("drops a body without end %s", async (_, start) => {
  let pulled = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) =>
      controller.enqueue(pulled++ === 0 ? Buffer.from(start) : new Uint8Array(MIB / 8).fill(0x61)),
  });
  await expect(read(send(body))).rejects.toThrow("BAD_REQUEST");
  expect(pulled).toBeLessThan(8);
});

it("asks for no more of a file than is read of it", async () => {
  let pulled = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) =>
      controller.enqueue(pulled++ === 0 ? Buffer.from(head("file")) : new Uint8Array(MIB)),
  });
  let got = 0;
  for await (const piece of readFilePart(send(body), "file")) {
    got += piece.length;
    expect(pulled).toBeLessThan(got / MIB + 5);
    if (got > 10 * MIB) break;
  }
});

it("says so when the connection breaks off", async () => {
  let pulled = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) =>
      pulled++ < 3 ? controller.enqueue(Buffer.from(head("file"))) : controller.error(new Error("gone")),
  });
  await expect(read(send(body))).rejects.toThrow("BAD_REQUEST");
});
