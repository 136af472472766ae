import { create } from "qrcode";

/** A text as a QR picture, black on white whatever the theme, so that every camera reads it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules;
  const quiet = 4;
  const side = size + 2 * quiet;
  const dark = [...data].flatMap((bit, at) =>
    bit ? [`M${at % size} ${Math.floor(at / size)}h1v1h-1z`] : [],
  );
  return (
    <svg role="img" aria-label={label} viewBox={`${-quiet} ${-quiet} ${side} ${side}`} className="size-36">
      <rect x={-quiet} y={-quiet} width={side} height={side} fill="#fff" />
      <path d={dark.join("")} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
