export { ResetScreen as default } from '../../features/sign-in/reset-screen.tsx';
