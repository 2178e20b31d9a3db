export { NotFoundScreen as default } from '../features/games/not-found-screen.tsx';
