/**
 * What the tests use of the product, with the database and the secret of a server of their own: its settings are read once, when
 * the first of it is loaded.
 */
export async function ownLib({ databaseUrl, dataDir }: { databaseUrl: string; dataDir: string }) {
  Object.assign(process.env, { DATABASE_URL: databaseUrl, DATA_DIR: dataDir });
  const [{ seedClaim }, { seedKey }, { seedWebhook }, { correct }] = await Promise.all([
    import("#seed/claims"),
    import("#seed/keys"),
    import("#seed/webhooks"),
    import("./correct.ts"),
  ]);
  return { seedClaim, seedKey, seedWebhook, correct };
}
