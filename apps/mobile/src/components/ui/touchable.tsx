/** Anything that can be pressed: at least 44 points high, quiet feedback, and a label for screen readers. */
import { Pressable, type PressableProps, type StyleProp, type ViewStyle } from 'react-native';
import { touch } from '../../lib/theme/tokens.ts';

type TouchableProps = Omit<PressableProps, 'style'> & { readonly style?: StyleProp<ViewStyle> };

export const Touchable = ({ style, role = 'button', disabled, ...rest }: TouchableProps) => (
  <Pressable
    role={role}
    disabled={disabled ?? false}
    {...rest}
    style={(state) => [
      {
        minHeight: touch,
        minWidth: touch,
        justifyContent: 'center',
        opacity: disabled ? 0.5 : state.pressed ? 0.7 : 1,
      },
      style,
    ]}
  />
);
