/** The score bug: stays on top of the game page, readable at arm's length; a tap opens the details of the game. */
import { router } from 'expo-router';
import { useState } from 'react';
import { View } from 'react-native';
import { useSafeAreaInsets } from 'react-native-safe-area-context';
import { IconButton } from '../../components/ui/icon-button.tsx';
import { useWords } from '../../lib/i18n/i18n.ts';
import { useRoom } from '../../lib/layout/layout.ts';
import { useSnapshot } from '../../lib/live-game/game-context.tsx';
import { useColours } from '../../lib/theme/theme.tsx';
import { space } from '../../lib/theme/tokens.ts';
import { BugFace } from './bug-face.tsx';
import { DetailsSheet } from './details-sheet.tsx';
import { LineScore } from './line-score.tsx';
import { ShareButton } from './share-button.tsx';

export const ScoreBug = () => {
  const words = useWords();
  const colours = useColours();
  const room = useRoom();
  const insets = useSafeAreaInsets();
  const [isOpen, setOpen] = useState(false);
  const game = useSnapshot()?.game ?? null;
  const isWide = room !== 'phone';
  const back = () => (router.canGoBack() ? router.back() : router.replace('/'));
  return (
    <View
      role="banner"
      style={{
        backgroundColor: colours.surface,
        borderBottomWidth: 1,
        borderColor: colours.line,
        paddingTop: insets.top,
        alignItems: 'center',
      }}
    >
      <View
        style={{
          flexDirection: 'row',
          alignItems: isWide ? 'center' : 'flex-start',
          width: '100%',
          maxWidth: 1400,
          paddingVertical: space.s,
          paddingHorizontal: space.xs,
        }}
      >
        <IconButton name="back" label={words.app.back} onPress={back} />
        <BugFace isWide={isWide} onPress={() => setOpen(true)} />
        {room === 'desktop' && game !== null && (
          <View style={{ width: 320, marginHorizontal: space.l }}>
            <LineScore game={game} />
          </View>
        )}
        <ShareButton />
      </View>
      {isOpen && game !== null && <DetailsSheet game={game} onClose={() => setOpen(false)} />}
    </View>
  );
};
