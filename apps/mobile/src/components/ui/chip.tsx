/** A choice among a few: filled when chosen, and said so to screen readers. */
import { View } from 'react-native';
import { useColours } from '../../lib/theme/theme.tsx';
import { radius, space } from '../../lib/theme/tokens.ts';
import { Text } from './text.tsx';
import { Touchable } from './touchable.tsx';

type ChipProps = {
  readonly title: string;
  readonly isChosen: boolean;
  readonly onPress: () => void;
  readonly label?: string;
  /** A dot before the title, for instance in a team's colour. */
  readonly dot?: string;
};

export const Chip = ({ title, isChosen, onPress, label, dot }: ChipProps) => {
  const colours = useColours();
  return (
    <Touchable
      role="radio"
      aria-checked={isChosen}
      aria-label={label ?? title}
      onPress={onPress}
      style={{ alignItems: 'center', flexDirection: 'row' }}
    >
      <View
        style={{
          flexDirection: 'row',
          alignItems: 'center',
          gap: 6,
          borderRadius: radius.chip,
          borderWidth: 1,
          borderColor: isChosen ? colours.accent : colours.line,
          backgroundColor: isChosen ? colours.accentSoft : colours.surface,
          paddingHorizontal: space.m,
          paddingVertical: 6,
        }}
      >
        {dot !== undefined && <View style={{ width: 8, height: 8, borderRadius: 4, backgroundColor: dot }} />}
        <Text size="table" weight={isChosen ? '600' : '400'} tone={isChosen ? 'accent' : 'text'}>
          {title}
        </Text>
      </View>
    </Touchable>
  );
};
