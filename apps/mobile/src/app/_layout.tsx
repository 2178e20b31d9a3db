/** The frame of the app: what every screen needs around it. */
export { AppFrame as default } from '../lib/app-frame/app-frame.tsx';
