const stages = [
  "intake",
  "matching",
  "claims",
  "routing",
  "investigation",
  "editorial",
  "publishing",
  "distribution",
];

/** What each foundation may stand on; access and audit are neighbours. */
const foundations = {
  members: ["reference", "access", "audit", "platform"],
  access: ["reference", "audit", "platform"],
  audit: ["reference", "access", "platform"],
  reference: ["platform"],
  platform: [],
};

const oneOf = (names) => `(${names.join("|")})`;
const tests = "\\.test\\.tsx?$|^lib/platform/testing/";

const stageRules = stages.slice(0, -1).map((stage, index) => ({
  name: `${stage}-knows-no-later-stage`,
  comment: "Stages import earlier ones only; forward effects travel as events, listed in lib/worker.ts.",
  severity: "error",
  from: { path: `^lib/${stage}/`, pathNot: tests },
  to: { path: `^lib/${oneOf(stages.slice(index + 1))}/` },
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
    ...foundationRules,
    {
      name: "app-is-the-top",
      comment: "Nothing imports a route; a component gets its action as a prop.",
      severity: "error",
      from: { path: "^(components|lib|prisma)/", pathNot: tests },
      to: { path: "^app/" },
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
          "^lib/i18n/",
          "^lib/platform/(clock|errors|text)\\.ts$",
          "^lib/access/action-state\\.ts$",
          "^lib/audit/event-types\\.ts$",
          "^lib/(?!platform/)[^/]+/(?!queries|jobs|session|action)[a-z]+\\.ts$",
        ],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "domain-without-framework",
      comment: "The same function serves a page, the HTTP API, the worker and a test.",
      severity: "error",
      from: { path: "^lib/", pathNot: `^lib/access/(session|action)\\.ts$|^lib/i18n/|${tests}` },
      to: { path: "(^|/)node_modules/(next|react|react-dom|next-auth|next-intl)/" },
    },
    {
      name: "product-without-tests-and-scripts",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: tests },
      to: { path: "^(prisma/seed|scripts|e2e)[./]|^lib/platform/testing/|\\.test\\.tsx?$" },
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
    exclude: { path: "^lib/platform/db/generated/|^\\.next/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
