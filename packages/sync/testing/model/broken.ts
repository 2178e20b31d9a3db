/** An invariant of protocol.md §1 that did not hold. */
export class Broken extends Error {
  readonly invariant: string;
  constructor(invariant: string, detail: string) {
    super(`${invariant}: ${detail}`);
    this.invariant = invariant;
  }
}

export const holds = (condition: boolean, invariant: string, detail: () => string): void => {
  if (!condition) throw new Broken(invariant, detail());
};
