/** The suffix of a test file names what must be running; a helper that needs more than the name says is a mistake in the name. */
export const requireSuffix = (helper: string, suffixes: readonly string[]): void => {
  const stack = new Error().stack ?? '';
  const places = [...stack.split('\n'), process.argv[1] ?? ''];
  if (places.some((place) => suffixes.some((suffix) => place.includes(`${suffix}.test.ts`)))) return;
  throw new Error(
    `${helper} needs a running server: call it from a file named ${suffixes.map((suffix) => `*${suffix}.test.ts`).join(' or ')}.`,
  );
};
