/** What one row of limits counts by. */
export type Counter = {
  /** 0: passes, else the ms to wait. */
  readonly take: (key: string, points: number) => Promise<number>;
  readonly forget: (key: string) => Promise<void>;
};
