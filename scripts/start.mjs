import { continueWith, install } from "./install.mjs";

install();
continueWith("serve.ts");
