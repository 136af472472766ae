import sharp from "sharp";
import { compare, type Stage } from "./stage.ts";
import { textOf } from "./texts.ts";

const BOUNDARY = "bench-boundary";
const connections = 4;
const [WIDTH, HEIGHT] = [1170, 2532];

/** Pictures of a telephone's screen, of about a megabyte each, taken and read by nobody, against their encoding alone. */
export async function measureUploads(stage: Stage): Promise<void> {
  const bodies = await Promise.all([1, 2, 3, 4].map(async (at) => multipart(await screenshot(at))));
  const headers = { "content-type": `multipart/form-data; boundary=${BOUNDARY}`, prefer: "respond-async" };
  const path = "/api/v1/uploads";
  const shots = bodies.map((body) => ({ method: "POST" as const, path, headers, body }));
  const [size = 0, site] = [...stage.sites][0] ?? [];
  if (!site) return;
  await compare(stage, {
    what: "upload of a 1 MB screenshot",
    against: "encoding alone",
    size,
    connections,
    isSlow: true,
    reference: { server: stage.reference, shots },
    target: { server: site, shots },
  });
}

/** Words in bubbles above a photograph, which is what makes a screenshot weigh. */
async function screenshot(at: number): Promise<Buffer> {
  const { report } = textOf(at);
  const lines = (report.match(/.{1,22}/gu) ?? []).slice(0, 24);
  const words = lines.map((line, row) => `<text x="80" y="${220 + row * 64}" font-size="46">${line}</text>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="#ededed"/><g font-family="Noto Sans CJK SC">${words.join("")}</g></svg>`;
  const noise = { type: "gaussian" as const, mean: 120, sigma: 40 };
  const photograph = await sharp({
    create: { width: 780, height: 520, channels: 3, background: "#888", noise },
  })
    .png()
    .toBuffer();
  return sharp(Buffer.from(svg))
    .composite([{ input: photograph, left: 195, top: 1800 }])
    .png({ compressionLevel: 6 })
    .toBuffer();
}

const multipart = (picture: Buffer) =>
  Buffer.concat([
    Buffer.from(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n`,
    ),
    picture,
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);
