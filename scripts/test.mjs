import { continueWith, install } from "./install.mjs";

install();
continueWith("test-all.ts");
