/** 0, 1, 2 … for things of which only the number matters. */
export const times = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);
