/** The page of a game. Features do not know each other, so this route is where their panels meet. */
import { BoxPanel } from '../../features/box-score/box-panel.tsx';
import { ComparisonPanel } from '../../features/comparison/comparison-panel.tsx';
import { FlowPanel } from '../../features/flow/flow-panel.tsx';
import { LineupsPanel } from '../../features/lineups/lineups-panel.tsx';
import { FeedPanel } from '../../features/live-game/feed-panel.tsx';
import { GamePage } from '../../features/live-game/game-page.tsx';
import { ShotsPanel } from '../../features/shots/shots-panel.tsx';

const panels = {
  feed: <FeedPanel />,
  box: <BoxPanel />,
  shots: <ShotsPanel />,
  flow: <FlowPanel />,
  teams: <ComparisonPanel />,
  lineups: <LineupsPanel />,
};

export default () => <GamePage panels={panels} />;
