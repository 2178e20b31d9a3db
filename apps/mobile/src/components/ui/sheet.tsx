/** A sheet over the page: from below on a phone, a card in the middle of a wide screen. Escape, the scrim and ✕ close it. */
import type { ReactNode } from 'react';
import { Modal, Pressable, ScrollView, View } from 'react-native';
import { useReducedMotion } from 'react-native-reanimated';
import { useSafeAreaInsets } from 'react-native-safe-area-context';
import { useRoom } from '../../lib/layout/layout.ts';
import { useColours } from '../../lib/theme/theme.tsx';
import { radius, space } from '../../lib/theme/tokens.ts';
import { IconButton } from './icon-button.tsx';
import { Text } from './text.tsx';

type SheetProps = {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

export const Sheet = ({ title, closeLabel, onClose, children }: SheetProps) => {
  const colours = useColours();
  const isPhone = useRoom() === 'phone';
  const insets = useSafeAreaInsets();
  const isStill = useReducedMotion();
  return (
    <Modal transparent visible animationType={isStill ? 'none' : 'fade'} onRequestClose={onClose} aria-label={title}>
      <View
        style={{ flex: 1, justifyContent: isPhone ? 'flex-end' : 'center', alignItems: isPhone ? 'stretch' : 'center' }}
      >
        <Pressable
          onPress={onClose}
          tabIndex={-1}
          aria-hidden
          style={{ position: 'absolute', inset: 0, backgroundColor: colours.scrim }}
        />
        <View
          style={{
            backgroundColor: colours.surface,
            borderTopLeftRadius: radius.card + 4,
            borderTopRightRadius: radius.card + 4,
            ...(isPhone ? {} : { borderRadius: radius.card + 4, width: 560, maxWidth: '92%' }),
            maxHeight: '82%',
            paddingBottom: isPhone ? insets.bottom : 0,
          }}
        >
          <View
            style={{
              flexDirection: 'row',
              alignItems: 'center',
              paddingLeft: space.l,
              paddingRight: space.xs,
              borderBottomWidth: 1,
              borderColor: colours.line,
            }}
          >
            <Text size="body" weight="700" heading={2} style={{ flex: 1, paddingVertical: space.m }}>
              {title}
            </Text>
            <IconButton name="close" label={closeLabel} onPress={onClose} />
          </View>
          <ScrollView contentContainerStyle={{ paddingVertical: space.s }} style={{ flexGrow: 0 }} tabIndex={0}>
            {children}
          </ScrollView>
        </View>
      </View>
    </Modal>
  );
};
