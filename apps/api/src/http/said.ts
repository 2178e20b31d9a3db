/** What a patch says, without the keys it leaves out. */
export const said = <Patch extends object>(patch: Patch): Said<Patch> =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Said<Patch>;

type Said<Patch> = { readonly [Key in keyof Patch]?: Exclude<Patch[Key], undefined> };
