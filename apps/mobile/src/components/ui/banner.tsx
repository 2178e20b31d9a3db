/** A thin bar: offline, catching up. It never covers anything and needs no answer. */
import { View } from 'react-native';
import { useColours } from '../../lib/theme/theme.tsx';
import { space } from '../../lib/theme/tokens.ts';
import { Icon, type IconName } from './icon.tsx';
import { Text } from './text.tsx';

export const Banner = ({ icon, text }: { readonly icon: IconName; readonly text: string }) => {
  const colours = useColours();
  return (
    <View
      role="status"
      aria-live="polite"
      style={{
        flexDirection: 'row',
        alignItems: 'center',
        justifyContent: 'center',
        gap: space.s,
        paddingVertical: space.xs,
        paddingHorizontal: space.l,
        backgroundColor: colours.warnSoft,
      }}
    >
      <Icon name={icon} size={16} tone="warn" />
      <Text size="caption" weight="600" tone="warn" style={{ flexShrink: 1 }}>
        {text}
      </Text>
    </View>
  );
};
