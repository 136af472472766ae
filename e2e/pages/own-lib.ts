/** What journeys with a server of their own use of the product, loaded when that is there (own-server.ts). */
export async function ownLib() {
  const [{ db }, { seedClaim }, { seedKey }, { seedWebhook }, { correct }, { withoutOtherManagers }] =
    await Promise.all([
      import("#lib/platform/db"),
      import("#seed/claims"),
      import("#seed/keys"),
      import("#seed/webhooks"),
      import("./correct.ts"),
      import("./managers.ts"),
    ]);
  return { db, seedClaim, seedKey, seedWebhook, correct, withoutOtherManagers };
}
