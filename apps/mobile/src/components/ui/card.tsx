/** A sheet of paper on the page. */
import { type StyleProp, View, type ViewProps, type ViewStyle } from 'react-native';
import { useColours } from '../../lib/theme/theme.tsx';
import { radius, space } from '../../lib/theme/tokens.ts';

export const Card = ({ style, ...rest }: Omit<ViewProps, 'style'> & { readonly style?: StyleProp<ViewStyle> }) => {
  const colours = useColours();
  return (
    <View
      {...rest}
      style={[
        {
          backgroundColor: colours.surface,
          borderColor: colours.line,
          borderWidth: 1,
          borderRadius: radius.card,
          padding: space.l,
        },
        style,
      ]}
    />
  );
};
