/** A feed's word in a table of ours; undefined where the table does not have it, whatever the word is. */
export const lookUp = <T>(table: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;
