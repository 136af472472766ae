import type { ServerResponse } from "node:http";
import { join } from "node:path";
import sirv from "sirv";
import type { CountedMessage } from "./incoming.ts";

const YEAR = 365 * 24 * 60 * 60;

/**
 * Serves the files of the build, each compressed once when it was built (scripts/build.ts). What the framework made has its
 * content in its name and stays the same for good; of the others one asks again after a while.
 */
export function serveAssets(directory: string) {
  const serve = sirv(join(directory, "assets"), {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders: (response, pathname) =>
      response.setHeader(
        "Cache-Control",
        pathname.startsWith("/_next/") ? `public, max-age=${YEAR}, immutable` : "public, max-age=600",
      ),
  });
  return (request: CountedMessage, response: ServerResponse, next: () => void): void =>
    void serve(request, response, next);
}
