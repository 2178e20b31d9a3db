export { VerifyScreen as default } from '../../features/sign-in/verify-screen.tsx';
