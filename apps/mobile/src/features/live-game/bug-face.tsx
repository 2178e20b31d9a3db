/** The face of the score bug: both sides, between them the period and the clock; a tap opens the details. */
import { View } from 'react-native';
import { Touchable } from '../../components/ui/touchable.tsx';
import { useWords } from '../../lib/i18n/i18n.ts';
import { useSides, useSnapshot } from '../../lib/live-game/game-context.tsx';
import { space } from '../../lib/theme/tokens.ts';
import { BugCentre } from './bug-centre.tsx';
import { BugTeam } from './bug-team.tsx';
import { emptyGame } from './empty-game.ts';

export const BugFace = ({ isWide, onPress }: { readonly isWide: boolean; readonly onPress: () => void }) => {
  const words = useWords();
  const sides = useSides();
  const game = useSnapshot()?.game ?? null;
  const { score } = game ?? emptyGame;
  const spoken = words.game.scoreSay(sides.home.name, score.home, sides.away.name, score.away);
  return (
    <View
      style={{
        flex: 1,
        flexDirection: 'row',
        alignItems: 'center',
        gap: space.s,
        maxWidth: 760,
        marginHorizontal: 'auto',
      }}
    >
      <BugTeam side="home" game={game ?? emptyGame} isWide={isWide} />
      <BugCentre game={game} />
      <BugTeam side="away" game={game ?? emptyGame} isWide={isWide} />
      <Touchable
        onPress={onPress}
        aria-label={`${spoken}. ${words.game.details}`}
        style={{ position: 'absolute', inset: 0 }}
      />
    </View>
  );
};
