/** Who is signed in, as initials in a round; opens the settings, where the whole name stands. */
import { router } from 'expo-router';
import { View } from 'react-native';
import { Text } from '../../components/ui/text.tsx';
import { Touchable } from '../../components/ui/touchable.tsx';
import { useColours } from '../../lib/theme/theme.tsx';
import { space } from '../../lib/theme/tokens.ts';

const initialsOf = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => [...part][0]?.toLocaleUpperCase() ?? '')
    .join('');

const size = 32;

export const SignedInMark = ({ name }: { readonly name: string }) => {
  const colours = useColours();
  return (
    <Touchable
      role="link"
      aria-label={name}
      onPress={() => router.push('/settings')}
      style={{ paddingHorizontal: space.s }}
    >
      <View
        style={{
          width: size,
          height: size,
          borderRadius: size / 2,
          alignItems: 'center',
          justifyContent: 'center',
          backgroundColor: colours.accent,
        }}
      >
        <Text size="caption" weight="700" tone="onAccent" aria-hidden>
          {initialsOf(name)}
        </Text>
      </View>
    </Touchable>
  );
};
