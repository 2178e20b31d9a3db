/** The one primary action of a screen, or a quiet one beside it. */
import { ActivityIndicator, type StyleProp, View, type ViewStyle } from 'react-native';
import { useColours } from '../../lib/theme/theme.tsx';
import { radius, space } from '../../lib/theme/tokens.ts';
import { Text } from './text.tsx';
import { Touchable } from './touchable.tsx';

type ButtonProps = {
  readonly title: string;
  readonly onPress: () => void;
  readonly kind?: 'primary' | 'quiet';
  readonly isBusy?: boolean;
  readonly disabled?: boolean;
  readonly style?: StyleProp<ViewStyle>;
};

export const Button = ({ title, onPress, kind = 'primary', isBusy = false, disabled = false, style }: ButtonProps) => {
  const colours = useColours();
  const isPrimary = kind === 'primary';
  return (
    <Touchable
      onPress={onPress}
      disabled={disabled || isBusy}
      aria-busy={isBusy}
      style={[
        {
          borderRadius: radius.control,
          paddingHorizontal: space.l,
          paddingVertical: space.s,
          backgroundColor: isPrimary ? colours.accent : 'transparent',
          borderWidth: 1,
          borderColor: isPrimary ? colours.accent : colours.line,
        },
        style,
      ]}
    >
      <View style={{ flexDirection: 'row', justifyContent: 'center', alignItems: 'center', gap: space.s }}>
        {isBusy && <ActivityIndicator size="small" color={isPrimary ? colours.onAccent : colours.accent} />}
        <Text weight="600" tone={isPrimary ? 'onAccent' : 'text'}>
          {title}
        </Text>
      </View>
    </Touchable>
  );
};
