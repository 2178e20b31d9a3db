/** The right end of the bar: settings, who is signed in, and signing in for who is not. */
import { router } from 'expo-router';
import { View } from 'react-native';
import { IconButton } from '../../components/ui/icon-button.tsx';
import { Text } from '../../components/ui/text.tsx';
import { Touchable } from '../../components/ui/touchable.tsx';
import { useWords } from '../../lib/i18n/i18n.ts';
import { useSession } from '../../lib/session/session.ts';
import { space } from '../../lib/theme/tokens.ts';
import { SignedInMark } from './signed-in-mark.tsx';

export const AccountActions = () => {
  const words = useWords();
  const isSignedIn = useSession((state) => state.status === 'signed-in');
  const name = useSession((state) => state.user?.displayName ?? null);
  return (
    <View style={{ flexDirection: 'row', alignItems: 'center' }}>
      {!isSignedIn && (
        <Touchable role="link" onPress={() => router.push('/sign-in')} style={{ paddingHorizontal: space.m }}>
          <Text size="table" weight="700" tone="accent">
            {words.account.signIn}
          </Text>
        </Touchable>
      )}
      {isSignedIn && name !== null && <SignedInMark name={name} />}
      <IconButton name="settings" label={words.app.settings} onPress={() => router.push('/settings')} />
    </View>
  );
};
