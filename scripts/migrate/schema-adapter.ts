import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQueryable,
} from "@prisma/driver-adapter-utils";
import pg from "pg";

const charOid = 18;

/** Prisma's PostgreSQL adapter, with what the schema engine needs and the adapter lacks. */
export function schemaAdapter(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  const charColumns = readCharAsText(pool);
  const connect = async () => {
    const adapter = await factory.connect();
    adapter.executeScript = (script) => runWhole(pool, script);
    return markAsCharacters(adapter, charColumns);
  };
  // Schemas are compared in a scratch database only, so it is its own shadow.
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect,
    connectToShadowDb: connect,
  };
}

/**
 * A script goes to the server as one piece, and so as one transaction: split at each semicolon, a
 * trigger's body would break, and a failure in the middle would leave the first half.
 */
async function runWhole(pool: pg.Pool, script: string) {
  try {
    await pool.query(script);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const { code, severity = "ERROR", message, detail, column, hint } = error;
    throw new DriverAdapterError({ kind: "postgres", code, severity, message, detail, column, hint });
  }
}

/** An error that PostgreSQL itself answered with: its code has five characters. */
const isRefusal = (error: unknown): error is pg.DatabaseError & { code: string } =>
  error instanceof Error && "code" in error && /^[0-9A-Z]{5}$/.test(String(error.code));

/** The catalog's "char" columns, which the adapter refuses, are read as text; collects their names. */
function readCharAsText(pool: pg.Pool) {
  const names = new Set<string>();
  pool.on("connect", (client) => {
    client.connection.prependListener("rowDescription", ({ fields }: { fields: pg.FieldDef[] }) => {
      for (const field of fields.filter(({ dataTypeID }) => dataTypeID === charOid)) {
        names.add(field.name);
        field.dataTypeID = pg.types.builtins.TEXT;
      }
    });
  });
  return names;
}

/** Tells the engine that these columns hold single characters, as it expects. */
function markAsCharacters<A extends SqlQueryable>(adapter: A, names: ReadonlySet<string>): A {
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const columnTypes = result.columnTypes.map((type, index) =>
      names.has(result.columnNames[index] ?? "") ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
  return adapter;
}
