import { problem } from "#lib/web/problem";

const nothingHere = async (request: Request): Promise<Response> => problem(request, "NOT_FOUND");

export {
  nothingHere as DELETE,
  nothingHere as GET,
  nothingHere as HEAD,
  nothingHere as OPTIONS,
  nothingHere as PATCH,
  nothingHere as POST,
  nothingHere as PUT,
};
