import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/web/next/intl-request.ts");

/** @type {import("next").NextConfig} */
const settings = {
  // A server reads the build that it was given (scripts/web.ts); everything else works in the draft (scripts/builds.ts).
  distDir: process.env.SERVED_BUILD ?? ".next/draft",
  poweredByHeader: false,
  agentRules: false,
  images: { unoptimized: true },
  // An address without a language is Chinese (lib/i18n/paths.ts): whatever is a page, neither Next's own nor with an extension.
  rewrites: async () => ({
    beforeFiles: [
      {
        source: "/:path((?!(?:_next|zh-CN|en)(?:/|$)|.*\\.[^/]*$).*)",
        destination: "/zh-CN/:path",
      },
    ],
  }),
  // Finished pages are kept by the listener alone (lib/web/pages), and only what is whole can be read without scripts.
  cacheMaxMemorySize: 0,
  htmlLimitedBots: /.*/,
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
    // Above the largest allowed text, so that too much is answered by the form and not by a broken connection.
    serverActions: { bodySizeLimit: "2mb" },
  },
};

export default withNextIntl(settings);
