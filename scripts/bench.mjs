import { continueWith, install } from "./install.mjs";

install();
continueWith("bench.ts");
