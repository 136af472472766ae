import { generateClient } from "./build.ts";

await generateClient();
