import { Converter } from "opencc-js";
import sharp, { type Sharp } from "sharp";

const FONT = 'font-family="Noto Sans CJK SC"';
const escapeXml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

interface Written {
  x: number;
  y: number;
  size: number;
  anchor?: "middle";
  colour?: string;
}

const write = (text: string, { x, y, size, anchor, colour = "#111" }: Written) =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${colour}" ${FONT}${anchor ? ` text-anchor="${anchor}"` : ""}>${escapeXml(text)}</text>`;

const sheet = (width: number, height: number, ground: string, drawn: string): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${ground}"/>${drawn}</svg>`,
  );

const wrap = (text: string, most: number): string[] => {
  const characters = [...text.replaceAll("\n", " ")];
  return Array.from({ length: Math.ceil(characters.length / most) }, (_, at) =>
    characters.slice(at * most, (at + 1) * most).join(""),
  );
};

/** A telephone's screen with a group chat, in which the text is one of some messages. */
function chat(text: string, { isDark = false, others = 1 } = {}): Buffer {
  const [ground, bubble, ink] = isDark ? ["#111", "#2c2c2c", "#ddd"] : ["#ededed", "#fff", "#111"];
  const small = { size: 24, colour: ink };
  let drawn =
    write("21:36", { x: 40, y: 36, ...small }) +
    write("5G 87%", { x: 590, y: 36, ...small }) +
    write("相亲相爱一家人(128)", { x: 360, y: 100, size: 30, anchor: "middle", colour: ink }) +
    write("昨天 21:30", { x: 360, y: 165, size: 22, anchor: "middle", colour: "#999" });
  let y = 195;
  for (const said of [text, ...Array.from({ length: others }, () => "真的假的？")]) {
    const lines = wrap(said, 18);
    const height = lines.length * 42 + 24;
    const width = Math.max(...lines.map((line) => [...line].length)) * 28 + 40;
    drawn += `<rect x="20" y="${y}" width="64" height="64" fill="#7a9"/><rect x="100" y="${y}" width="${width}" height="${height}" rx="8" fill="${bubble}"/>`;
    for (const [at, line] of lines.entries()) {
      drawn += write(line, { x: 120, y: y + 42 + at * 42, size: 28, colour: ink });
    }
    y += height + 36;
  }
  return sheet(720, Math.max(1280, y), ground, drawn);
}

/** A page with nothing but the text. */
function page(text: string): Buffer {
  const lines = wrap(text, 20);
  const drawn = lines.map((line, at) => write(line, { x: 40, y: 100 + at * 56, size: 32 })).join("");
  return sheet(720, 160 + lines.length * 56, "#fff", drawn);
}

const strip = (text: string): Buffer =>
  sheet(3000, 60, "#fff", write(wrap(text, 95)[0] ?? "", { x: 10, y: 41, size: 30 }));

const photo = (drawn: Buffer, degrees: number): Sharp =>
  sharp(drawn)
    .rotate(degrees, { background: "#8a7f70" })
    .modulate({ brightness: 0.9 })
    .blur(0.7)
    .jpeg({ quality: 70 });

const traditional = Converter({ from: "cn", to: "twp" });

/** How people send words as a picture. */
export const kinds: Record<string, (text: string) => Sharp> = {
  chat: (text) => sharp(chat(text)),
  "dark chat": (text) => sharp(chat(text, { isDark: true })),
  page: (text) => sharp(page(text)),
  "turned by 90°": (text) => sharp(chat(text)).rotate(90),
  "turned by 180°": (text) => sharp(chat(text)).rotate(180),
  "turned by 270°": (text) => sharp(chat(text)).rotate(270),
  "photo aslant": (text) => photo(page(text), 6),
  "small and blurred": (text) => sharp(chat(text)).resize(460).jpeg({ quality: 45 }),
  "long screenshot": (text) => sharp(chat(text, { others: 25 })),
  strip: (text) => sharp(strip(text)),
  traditional: (text) => sharp(page(traditional(text))),
};
