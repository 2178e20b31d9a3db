/** Tabs over panels: an underline marks the open one. */
import { View } from 'react-native';
import { useColours } from '../../lib/theme/theme.tsx';
import { space, touch } from '../../lib/theme/tokens.ts';
import { Text } from './text.tsx';
import { Touchable } from './touchable.tsx';

export type Tab<Key extends string> = { readonly key: Key; readonly title: string };

type TabsProps<Key extends string> = {
  readonly label: string;
  readonly tabs: readonly Tab<Key>[];
  readonly open: Key;
  readonly onOpen: (key: Key) => void;
};

export const Tabs = <Key extends string>({ label, tabs, open, onOpen }: TabsProps<Key>) => {
  const colours = useColours();
  return (
    <View
      role="tablist"
      aria-label={label}
      style={{
        flexDirection: 'row',
        backgroundColor: colours.surface,
        borderBottomWidth: 1,
        borderColor: colours.line,
        paddingHorizontal: space.s,
      }}
    >
      {tabs.map(({ key, title }) => (
        <Touchable
          key={key}
          role="tab"
          aria-selected={key === open}
          onPress={() => onOpen(key)}
          style={{
            flex: 1,
            maxWidth: 160,
            minHeight: touch + 2,
            alignItems: 'center',
            borderBottomWidth: 3,
            borderColor: key === open ? colours.accent : 'transparent',
          }}
        >
          <Text
            size="table"
            weight={key === open ? '700' : '500'}
            tone={key === open ? 'accent' : 'muted'}
            numberOfLines={1}
          >
            {title}
          </Text>
        </Touchable>
      ))}
    </View>
  );
};
