/** Integer centimetres from the middle of the attacked ring: x to the right as the attackers face it, y away from the baseline. */
export type Spot = { readonly xCm: number; readonly yCm: number };
