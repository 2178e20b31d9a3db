export { OperationsScreen as default } from '../features/operations/operations-screen.tsx';
