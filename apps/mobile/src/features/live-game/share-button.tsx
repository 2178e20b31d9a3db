/** Hands the public address of the game to the system's share sheet, or to the clipboard where there is none. */
import { useState } from 'react';
import { Platform, Share, View } from 'react-native';
import { IconButton } from '../../components/ui/icon-button.tsx';
import { Text } from '../../components/ui/text.tsx';
import { gameAddress } from '../../lib/api/game-address.ts';
import { after } from '../../lib/clock/clock.ts';
import { useWords } from '../../lib/i18n/i18n.ts';
import { useGameId, useSides } from '../../lib/live-game/game-context.tsx';

const noteMs = 2_000;

export const ShareButton = () => {
  const words = useWords();
  const sides = useSides();
  const address = gameAddress(useGameId());
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
    after(noteMs, () => setCopied(false));
  };
  const share = () => {
    const title = `${sides.home.name} – ${sides.away.name}`;
    const hasSheet = Platform.OS !== 'web' || typeof navigator.share === 'function';
    // NOTE: closing the share sheet rejects: that is the person's choice, not a failure
    return (hasSheet ? Share.share({ title, url: address, message: address }) : copy()).catch(() => undefined);
  };
  return (
    <View>
      <IconButton name={isCopied ? 'check' : 'share'} label={words.game.share} onPress={() => void share()} />
      {isCopied && (
        <Text role="status" size="caption" style={{ position: 'absolute', width: 1, height: 1, overflow: 'hidden' }}>
          {words.game.shared}
        </Text>
      )}
    </View>
  );
};
