import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";

/** Where and with what it was taken, as a telephone writes it. */
const exif = {
  IFD0: { Make: "CANARY-MAKE", Artist: "CANARY-ARTIST" },
  IFD3: {
    GPSLatitudeRef: "N",
    GPSLatitude: "30/1 39/1 0/1",
    GPSLongitudeRef: "E",
    GPSLongitude: "104/1 4/1 0/1",
  },
};
const xmp =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="CANARY-XMP"/></rdf:RDF></x:xmpmeta>';

const escapeXml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A picture with lines of words, as SVG. */
export const drawing = (
  lines: readonly string[],
  { width = 720, height = 160 + lines.length * 60 } = {},
): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${lines
      .map(
        (line, at) =>
          `<text x="40" y="${100 + at * 60}" font-size="32" font-family="Noto Sans CJK SC">${escapeXml(line)}</text>`,
      )
      .join("")}</svg>`,
  );

/** A picture in a format, with a place, a maker and an author in its metadata. */
export async function taken(
  format: "jpeg" | "png" | "webp",
  lines: readonly string[] = ["一张照片"],
): Promise<Buffer> {
  return sharp(drawing(lines)).withExif(exif).withXmp(xmp).withIccProfile("p3")[format]().toBuffer();
}

/** A HEIC picture of 96 × 64 pixels, red at its upper left and blue elsewhere, with a place and a maker in its metadata. */
export const heic = Buffer.from(
  "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAYBtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAANGlsb2MAAAAAREAAAgABAAAAAAGkAAEAAAAAAAAAUQACAAAAAAH1AAEAAAAAAAABQgAAADhpaW5mAAAAAAACAAAAFWluZmUCAAAAAAEAAGh2YzEAAAAAFWluZmUCAAABAAIAAEV4aWYAAAAAv2lwcnAAAAChaXBjbwAAAHVodmNDAQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQCEAAQAoQgEBA3AAAAMAkAAAAwAAAwAeoDCBBZbqSSmubAgAAAMACAAAAwAIQCIAAQAHRAHBcrAiQAAAABRpc3BlAAAAAAAAAGAAAABAAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAoMAAAAaaXJlZgAAAAAAAAAOY2RzYwACAAEAAQAAAZttZGF0AAAATSgBr1gHaChYqZJf/+lB//4L6Q+W1JQgCmP5dpXTk3IxkHLr0OF28O94IZjJUP4uuz4QTaMM39NiqGp1sdM4zy55ubLtYzwAZvfhVzRAAAAAAElJKgAIAAAACAAPAQIADAAAAH4AAAASAQMAAQAAAAEAAAAaAQUAAQAAAG4AAAAbAQUAAQAAAHYAAAAoAQMAAQAAAAIAAAATAgMAAQAAAAEAAABphwQAAQAAAIoAAAAliAQAAQAAANgAAAAAAAAASAAAAAEAAABIAAAAAQAAAENBTkFSWS1NQUtFAAYAAJAHAAQAAAAwMjEwAZEHAAQAAAABAgMAAKAHAAQAAAAwMTAwAaADAAEAAAD//wAAAqAEAAEAAABgAAAAA6AEAAEAAABAAAAAAAAAAAQAAQACAAIAAABOAAAAAgAFAAMAAAAmAQAAAwACAAIAAABFAAAABAAFAAMAAAAOAQAAAAAAAGgAAAABAAAABAAAAAEAAAAAAAAAAQAAAB4AAAABAAAAJwAAAAEAAAAAAAAAAQAAAA==",
  "base64",
);

/** The same, saying of itself to have 60,000 × 60,000 pixels. */
export function hugeHeic(): Buffer {
  const huge = Buffer.from(heic);
  const at = huge.indexOf("ispe") + 8;
  huge.writeUInt32BE(60_000, at);
  huge.writeUInt32BE(60_000, at + 4);
  return huge;
}

/** A PNG of one colour whose file is small and whose pixels are very many. */
export const oneColour = (width: number, height = width): Buffer =>
  png(width, height, 1, Buffer.alloc(height * (1 + Math.ceil(width / 8))));

/** A PNG that promises more pixels than it has data for. */
export const lyingPng = (width: number, height: number): Buffer => png(width, height, 8, Buffer.alloc(1000));

/** A PNG in grey, without a filter. */
function png(width: number, height: number, bits: number, rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = bits;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A GIF with many frames of one pixel. */
export function manyFrames(count: number): Buffer {
  const frame = Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]);
  const head = Buffer.concat([
    Buffer.from("GIF89a"),
    Buffer.from([1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
  ]);
  return Buffer.concat([head, ...Array.from({ length: count }, () => frame), Buffer.from([0x3b])]);
}

/** The smallest PDF that readers open. */
export const pdf = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

/** The beginning of a film, a sound of a telephone, and a sound. */
export const mp4 = Buffer.concat([
  Buffer.from([0, 0, 0, 0x18]),
  Buffer.from("ftypisom\0\0\0\0isommp42"),
  Buffer.alloc(2000),
]);
export const m4a = Buffer.concat([
  Buffer.from([0, 0, 0, 0x18]),
  Buffer.from("ftypM4A \0\0\0\0M4A mp42"),
  Buffer.alloc(2000),
]);
export const mp3 = Buffer.concat([
  Buffer.from("ID3\x03\0\0\0\0\0\0", "latin1"),
  Buffer.from([0xff, 0xfb, 0x90, 0x64]),
  Buffer.alloc(413),
  Buffer.from([0xff, 0xfb, 0x90, 0x64]),
  Buffer.alloc(413),
]);
