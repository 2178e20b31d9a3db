/** How much room there is: one column on a phone, two on a tablet, two wide ones on a desk. */
import { useWindowDimensions } from 'react-native';

export type Room = 'phone' | 'tablet' | 'desktop';

export const roomOf = (width: number): Room => (width < 720 ? 'phone' : width < 1180 ? 'tablet' : 'desktop');

export const useRoom = (): Room => roomOf(useWindowDimensions().width);
