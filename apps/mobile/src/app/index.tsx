export { GamesScreen as default } from '../features/games/games-screen.tsx';
