/** Who a row is about: number, name, and as signs whether on court or out. */
import { View } from 'react-native';
import { Text } from '../../components/ui/text.tsx';
import { useWords } from '../../lib/i18n/i18n.ts';
import type { PlayerName } from '../../lib/live-game/names.ts';
import { useColours } from '../../lib/theme/theme.tsx';
import type { BoxLine } from './box-rows.ts';

type PlayerHeadProps = {
  readonly line: BoxLine['line'];
  readonly name: PlayerName;
  readonly isOnCourt: boolean;
  readonly isShort: boolean;
};

export const PlayerHead = ({ line, name, isOnCourt, isShort }: PlayerHeadProps) => {
  const words = useWords();
  const colours = useColours();
  const marks = [
    line.isStarter === true && words.box.starter,
    isOnCourt && words.box.onCourt,
    line.isOut && words.box.out,
  ];
  const spoken = [name.called, ...marks].filter(Boolean).join(', ');
  return (
    <View accessible aria-label={spoken} role="img" style={{ flexDirection: 'row', alignItems: 'center', gap: 6 }}>
      <Text size="caption" tone="muted" align="right" style={{ minWidth: 20 }}>
        {name.number}
      </Text>
      <View style={{ flex: 1 }}>
        <Text
          size="table"
          weight={line.isStarter === true ? '600' : '400'}
          tone={line.hasPlayed ? 'text' : 'muted'}
          struck={line.isOut}
          numberOfLines={1}
        >
          {(isShort ? name.short : name.name) || `#${name.number}`}
        </Text>
      </View>
      <View
        style={{
          width: 7,
          height: 7,
          borderRadius: 4,
          marginRight: 2,
          backgroundColor: isOnCourt ? colours.made : 'transparent',
        }}
      />
    </View>
  );
};
