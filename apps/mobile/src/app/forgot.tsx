export { ForgotScreen as default } from '../features/sign-in/forgot-screen.tsx';
