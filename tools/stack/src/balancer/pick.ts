/** Which backend a request goes to: the sound one with the fewest requests under way; a polling socket stays where it began. */
export type Backend = { readonly host: string; readonly port: number; isSound: boolean; underWay: number };

/** Those to try in turn: sound ones first, the idle before the busy. */
export const inOrder = (backends: readonly Backend[], turn: number): readonly Backend[] => {
  const start = backends.length === 0 ? 0 : turn % backends.length;
  const turned = [...backends.slice(start), ...backends.slice(0, start)];
  return turned.sort((a, b) => Number(b.isSound) - Number(a.isSound) || a.underWay - b.underWay);
};
