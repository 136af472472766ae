import { problem } from "#lib/platform/http/problem";

const nothingHere = (request: Request): Response => problem(request, "NOT_FOUND");

export {
  nothingHere as DELETE,
  nothingHere as GET,
  nothingHere as HEAD,
  nothingHere as OPTIONS,
  nothingHere as PATCH,
  nothingHere as POST,
  nothingHere as PUT,
};
