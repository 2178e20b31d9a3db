/** The mark of a running game: a dot and the word. */
import { View } from 'react-native';
import { useColours } from '../../lib/theme/theme.tsx';
import { Text } from './text.tsx';

export const LiveDot = ({ label }: { readonly label: string }) => {
  const colours = useColours();
  return (
    <View style={{ flexDirection: 'row', alignItems: 'center', gap: 5 }}>
      <View style={{ width: 8, height: 8, borderRadius: 4, backgroundColor: colours.live }} />
      <Text size="caption" weight="800" tone="live" style={{ textTransform: 'uppercase', letterSpacing: 0.6 }}>
        {label}
      </Text>
    </View>
  );
};
