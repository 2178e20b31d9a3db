/** Computes a view of a snapshot once, however many parts of the page read it: the result lives as long as its source. */
export const once = <Source extends object, View>(compute: (source: Source) => View): ((source: Source) => View) => {
  const known = new WeakMap<Source, { readonly view: View }>();
  return (source) => {
    const found = known.get(source);
    if (found !== undefined) return found.view;
    const view = compute(source);
    known.set(source, { view });
    return view;
  };
};
