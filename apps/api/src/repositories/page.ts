/** Where a page of a list begins: after the row with these values in the list's order; null: at the beginning. */
export type Page = { readonly after: readonly string[] | null; readonly limit: number };
