/** The frame of every screen outside a game: a slim bar on top, the content in a readable column below. */
import type { ReactNode } from 'react';
import { ScrollView, View } from 'react-native';
import { useSafeAreaInsets } from 'react-native-safe-area-context';
import { useColours } from '../../lib/theme/theme.tsx';
import { space } from '../../lib/theme/tokens.ts';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { Text } from './text.tsx';

type ScreenProps = {
  readonly title: string;
  readonly back?: { readonly label: string; readonly onPress: () => void };
  /** Buttons at the right end of the bar. */
  readonly actions?: ReactNode;
  /** Widest the content grows. */
  readonly width?: number;
  readonly banner?: ReactNode;
  readonly children: ReactNode;
};

export const Screen = ({ title, back, actions, width = 560, banner, children }: ScreenProps) => {
  const colours = useColours();
  const insets = useSafeAreaInsets();
  return (
    <View style={{ flex: 1, backgroundColor: colours.bg }}>
      <View
        role="banner"
        style={{
          paddingTop: insets.top,
          backgroundColor: colours.surface,
          borderBottomWidth: 1,
          borderColor: colours.line,
          alignItems: 'center',
        }}
      >
        <View
          style={{
            flexDirection: 'row',
            alignItems: 'center',
            minHeight: 56,
            width: '100%',
            maxWidth: width + 2 * space.l,
            paddingHorizontal: back === undefined ? space.l : space.xs,
          }}
        >
          {back === undefined ? (
            <View style={{ marginRight: space.s }}>
              <Icon name="ball" size={26} tone="accent" />
            </View>
          ) : (
            <IconButton name="back" {...back} />
          )}
          <Text size="title" heading={1} numberOfLines={1} style={{ flex: 1 }}>
            {title}
          </Text>
          {actions}
        </View>
      </View>
      {banner}
      <ScrollView
        role="main"
        keyboardShouldPersistTaps="handled"
        contentContainerStyle={{
          width: '100%',
          maxWidth: width + 2 * space.l,
          alignSelf: 'center',
          padding: space.l,
          paddingBottom: insets.bottom + space.xxl,
          gap: space.l,
        }}
      >
        {children}
      </ScrollView>
    </View>
  );
};
