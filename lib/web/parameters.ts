import { AppError } from "#lib/platform/errors";
import { fieldErrors, type z } from "#lib/platform/validation";

/** The variable parts of an address. @throws AppError NOT_FOUND, for what its schema refuses names nothing */
export function readPath<Schema extends z.ZodObject>(params: object, schema: Schema): z.output<Schema> {
  const named = schema.safeParse(params);
  if (!named.success) throw new AppError("NOT_FOUND");
  return named.data;
}

/**
 * The query of an address as its schema gives it: a parameter that is unknown, doubled or has an unknown value is told.
 * @throws AppError VALIDATION
 */
export function readQuery<Schema extends z.ZodObject>(request: Request, schema: Schema): z.output<Schema> {
  const { searchParams } = new URL(request.url);
  const keys = [...searchParams.keys()];
  const fields = [...new Set(keys)].flatMap((path) => {
    if (!Object.hasOwn(schema.shape, path)) return { path: path.slice(0, 100), message: "unknown" };
    return searchParams.getAll(path).length > 1 ? { path, message: "repeated" } : [];
  });
  if (fields.length > 0) throw new AppError("VALIDATION", fields);
  return valid(schema, Object.fromEntries(searchParams));
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
