const load = () => Promise.all([import('#book/store.ts'), import('#keeper/summary.ts')]);

/** Compares the book with its mirror: whatever is wrong stands above the figures from then on. */
export async function lookAfterBook(): Promise<void> {
  const [{ openBook }, { lookAfterBook: look }] = await load();
  await look(openBook());
}

export async function acceptBook(): Promise<void> {
  const [{ openBook }, { acceptBook: accept }] = await load();
  await accept(openBook());
}
