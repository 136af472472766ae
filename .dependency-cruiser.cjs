/** In the order in which a claim passes them: each knows earlier ones only. */
const stages = [
  "wording",
  "files",
  "intake",
  "matching",
  "clocks",
  "claims",
  "routing",
  "investigation",
  "editorial",
  "publishing",
  "log",
  "telling",
  "distribution",
  "alerts",
];

/** Rooms that read across the stages and write nothing. */
const readers = ["answers", "desk", "insight"];

/** What each foundation may stand on; access and audit are neighbours. */
const foundations = {
  members: ["reference", "access", "audit", "platform"],
  access: ["reference", "audit", "platform"],
  audit: ["reference", "access", "platform"],
  reference: ["platform"],
  platform: [],
};

const oneOf = (names) => `(${names.join("|")})`;
const tests = "\\.test\\.tsx?$|^lib/[^/]+/testing/";

const nextFiles =
  "/(page|layout|error|global-error|not-found|forbidden|route|sitemap|robots)\\.tsx?$|/actions\\.ts$";

const stageRules = stages.map((stage, index) => ({
  name: `${stage}-knows-no-later-stage`,
  comment: "Stages import earlier ones only; forward effects travel as events, listed in lib/worker.ts.",
  severity: "error",
  from: { path: `^lib/${stage}/`, pathNot: tests },
  to: { path: `^lib/${oneOf([...stages.slice(index + 1), ...readers, "web"])}/|^lib/worker\\.ts$` },
}));

const readerRules = readers.map((reader) => ({
  name: `${reader}-stands-on-the-stages`,
  comment: "It reads across the stages for whoever asks; what knows a request is lib/web.",
  severity: "error",
  from: { path: `^lib/${reader}/`, pathNot: tests },
  to: { path: `^lib/${oneOf([...readers.filter((other) => other !== reader), "web"])}/|^lib/worker\\.ts$` },
}));

const foundationRules = Object.entries(foundations).map(([name, below]) => ({
  name: `${name}-stands-on-less`,
  comment: `lib/${name} may import only ${below.join(", ") || "itself"}, and the languages.`,
  severity: "error",
  from: { path: `^lib/${name}/`, pathNot: tests },
  to: { path: "^lib/", pathNot: `^lib/${oneOf([name, ...below, "i18n"])}/` },
}));

module.exports = {
  forbidden: [
    ...stageRules,
    ...readerRules,
    ...foundationRules,
    {
      name: "app-is-the-top",
      comment: "Nothing imports a route; a component gets its action as a prop.",
      severity: "error",
      from: { path: "^(components|lib|prisma)/", pathNot: tests },
      to: { path: "^app/" },
    },
    {
      name: "app-holds-what-next-knows",
      comment:
        "A page's helper has a room of its own: what is seen and may be done lib/desk, elements components, what needs Next lib/web/next. Only actions.ts stands beside a page.",
      severity: "error",
      from: { path: "^app/.+\\.tsx?$", pathNot: nextFiles },
      to: {},
    },
    {
      name: "lib-has-no-components",
      severity: "error",
      from: { path: "^(lib|prisma)/", pathNot: tests },
      to: { path: "^components/" },
    },
    {
      name: "components-show-what-they-get",
      comment:
        "Components import vocabulary and pure rules (files of one word), never queries, use cases or the database; types may come from anywhere.",
      severity: "error",
      from: { path: "^components/", pathNot: tests },
      to: {
        path: "^lib/",
        pathNot: [
          "^lib/i18n/(?!absolute)",
          "^lib/platform/(clock|errors|text)\\.ts$",
          "^lib/access/action-state\\.ts$",
          "^lib/audit/event-types\\.ts$",
          "^lib/(?!platform/)[^/]+/(?!queries|jobs|session|action)[a-z]+\\.ts$",
          "^lib/(claims/(reports|talk|work)|distribution/coverage|routing/rules)/[a-z]+\\.ts$",
        ],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "only-web-next-knows-next",
      comment:
        "lib/web and all it reaches runs in plain Node; what needs Next's bundle stands in lib/web/next.",
      severity: "error",
      from: { path: "^(lib|prisma|scripts)/", pathNot: `^lib/web/next/|${tests}` },
      to: { path: "^lib/web/next/" },
    },
    {
      name: "domain-without-framework",
      comment:
        "The same function serves a page, the HTTP API, the worker and a test. Besides app and the files at the top, lib/web/next alone imports Next, and scripts/web.ts starts it.",
      severity: "error",
      from: { path: "^(lib|prisma|scripts)/", pathNot: `^lib/web/next/|^scripts/web\\.ts$|${tests}` },
      to: {
        path: "(^|/)node_modules/(next|react|react-dom|next-intl)/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "components-move-in-next",
      comment:
        "A component may lead somewhere, know where it is and load a part later; nothing else of Next.",
      severity: "error",
      from: { path: "^components/", pathNot: tests },
      to: { path: "(^|/)node_modules/next/", pathNot: "(^|/)node_modules/next/(link|navigation|dynamic)\\." },
    },
    {
      name: "one-door-of-next-auth",
      comment: "next-auth seals the session; it answers no address of its own.",
      severity: "error",
      from: {
        path: "^(app|components|lib)",
        pathNot: "^lib/web/session(\\.test)?\\.ts$",
      },
      to: { path: "(^|/)node_modules/next-auth/" },
    },
    {
      name: "product-without-tests-and-scripts",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: tests },
      to: { path: "^(prisma/seed|scripts|e2e)[./]|^lib/[^/]+/testing/|\\.test\\.tsx?$" },
    },
    {
      name: "scripts-are-at-the-edge",
      comment:
        "What starts PostgreSQL, migrates and builds is used by scripts and tests; content knows nothing of it.",
      severity: "error",
      from: { path: "^prisma/", pathNot: tests },
      to: { path: "^scripts/" },
    },
    {
      name: "no-cycles",
      severity: "error",
      // A file that names its own types for Prisma is no cycle.
      from: { path: "(.+)" },
      to: { circular: true, pathNot: "^$1$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "resolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^lib/platform/db/generated/|(^|/)\\.next/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
