import { AppError } from "#lib/platform/errors";
import { fieldErrors, type z } from "#lib/platform/validation";

/** The variable parts of an address. @throws AppError NOT_FOUND, for what its schema refuses names nothing */
export function readPath<Schema extends z.ZodObject>(params: object, schema: Schema): z.output<Schema> {
  const named = schema.safeParse(params);
  if (!named.success) throw new AppError("NOT_FOUND");
  return named.data;
}

/**
 * The query of an address as its schema gives it. Names that the schema does not know are no part of it; one that stands
 * twice, or has a value that is not its own, is told.
 * @throws AppError VALIDATION
 */
export function readQuery<Schema extends z.ZodObject>(request: Request, schema: Schema): z.output<Schema> {
  const { searchParams } = new URL(request.url);
  const given = Object.keys(schema.shape).filter((name) => searchParams.has(name));
  const repeated = given.filter((name) => searchParams.getAll(name).length > 1);
  if (repeated.length > 0)
    throw new AppError(
      "VALIDATION",
      repeated.map((path) => ({ path, message: "repeated" })),
    );
  return valid(schema, Object.fromEntries(given.map((name) => [name, searchParams.get(name)])));
}

/** The headers that a schema names. @throws AppError VALIDATION */
export function readHeaders<Schema extends z.ZodObject>(
  { headers }: Request,
  schema: Schema,
): z.output<Schema> {
  const given = Object.keys(schema.shape).flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return valid(schema, Object.fromEntries(given));
}

function valid<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const result = schema.safeParse(given);
  if (!result.success) throw new AppError("VALIDATION", fieldErrors(result.error));
  return result.data;
}
