import { parseArgs } from "node:util";
import { followClockOffset } from "#lib/platform/clock-offset";
import { db } from "#lib/platform/db";
import { seedDemo } from "#seed/demo";
import { seedReference } from "#seed/reference";
import { createSetupLink } from "#seed/setup-link";

const { values } = parseArgs({
  options: {
    reference: { type: "boolean", default: false },
    demo: { type: "boolean", default: false },
    "setup-link": { type: "boolean", default: false },
  },
});

followClockOffset();
if (values.reference) {
  const { divisions, topics, members, changed } = await seedReference();
  console.log(
    `Reference data: ${divisions} divisions, ${topics} topics, ${members} members (${changed} rows changed).`,
  );
}
if (values.demo) console.log(`Demo content: ${await seedDemo()}.`);
if (values["setup-link"]) {
  const link = await createSetupLink();
  if (link) console.log(`Create the first admin account within 24 hours: ${link}`);
}
await db.$disconnect();
