import { PHASE_DEVELOPMENT_SERVER } from "next/constants.js";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/web/next/intl-request.ts");

/**
 * Nothing from a third party. Static pages are the same bytes for everybody, so their inline bootstrap
 * scripts cannot carry a nonce: script-src needs 'unsafe-inline' until their hashes are collected at build.
 */
const contentSecurityPolicy = (isDev) =>
  [
    "default-src 'self'",
    `script-src 'self' 'unsafe-inline'${isDev ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

const answerHeaders = (isDev) => [
  { key: "Content-Security-Policy", value: contentSecurityPolicy(isDev) },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
  },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-site" },
];

/** Nothing in what a citizen sent ever runs here, whatever it turns out to be. */
const fileHeaders = (resourcePolicy) => [
  { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'; sandbox" },
  { key: "Cross-Origin-Resource-Policy", value: resourcePolicy },
];

/** The build that `npm run bench` measures: beside the product's, with the reference routes of app/bench in it. */
const benchSettings = {
  distDir: ".next-bench",
  pageExtensions: ["tsx", "ts", "jsx", "js", "bench.tsx", "bench.ts"],
  typescript: { ignoreBuildErrors: true, tsconfigPath: "scripts/bench/tsconfig.json" },
};

/** @returns {import("next").NextConfig} */
const settings = (phase) => ({
  poweredByHeader: false,
  agentRules: false,
  images: { unoptimized: true },
  // `npm run check` has the types, over the whole tree and not only over what is served.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
  allowedDevOrigins: ["127.0.0.1"],
  serverExternalPackages: [
    "@node-rs/argon2",
    "@node-rs/jieba",
    "@prisma/adapter-pg",
    "@prisma/client",
    "@tus/file-store",
    "@tus/server",
    "file-type",
    "nodemailer",
    "onnxruntime-node",
    "opencc-js",
    "pg",
    "pg-boss",
    "pino",
    "sharp",
    "web-push",
  ],
  experimental: {
    authInterrupts: true,
    // Cached pages live in memory: on disk they would outlive the database they came from.
    isrFlushToDisk: false,
    // Above the largest allowed text, so that too much is answered by the form and not by a broken connection.
    serverActions: { bodySizeLimit: "2mb" },
  },
  // Of two that name one header the later counts.
  headers: async () => [
    { source: "/:path*", headers: answerHeaders(phase === PHASE_DEVELOPMENT_SERVER) },
    { source: "/files/:copyId", headers: fileHeaders("cross-origin") },
    { source: "/:path*/desk/files/:uploadId/:what(copy|original)", headers: fileHeaders("same-origin") },
  ],
  ...(process.env.BENCH === "1" && benchSettings),
});

export default (phase) => withNextIntl(settings(phase));
