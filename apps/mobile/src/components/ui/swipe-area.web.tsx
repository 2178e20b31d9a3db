/** A browser has its own gesture for going back and forth: pages are turned by their tabs there. */
import type { ReactNode } from 'react';

type SwipeAreaProps = { readonly onTurn: (step: 1 | -1) => void; readonly children: ReactNode };

export const SwipeArea = ({ children }: SwipeAreaProps) => children;
