import { AppError } from "#lib/platform/errors";
import { fieldErrors, type z } from "#lib/platform/validation";

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
  const result = schema.safeParse(Object.fromEntries(searchParams));
  if (!result.success) throw new AppError("VALIDATION", fieldErrors(result.error));
  return result.data;
}
