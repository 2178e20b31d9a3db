/** Settings: language, appearance, the account and where it is signed in. */
import { router } from 'expo-router';
import type { ReactNode } from 'react';
import { View } from 'react-native';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { Chips } from '../../components/ui/chips.tsx';
import { Screen } from '../../components/ui/screen.tsx';
import { Text } from '../../components/ui/text.tsx';
import { tables, useWords } from '../../lib/i18n/i18n.ts';
import { languages } from '../../lib/i18n/words.ts';
import { usePreferences } from '../../lib/preferences/preferences.ts';
import { signOut, useSession } from '../../lib/session/session.ts';
import { space } from '../../lib/theme/tokens.ts';
import { Sessions } from './sessions.tsx';

export const SettingsScreen = () => {
  const words = useWords();
  const preferences = usePreferences();
  const user = useSession((state) => state.user);
  const onPress = () => (router.canGoBack() ? router.back() : router.replace('/'));
  return (
    <Screen title={words.settings.title} back={{ label: words.app.back, onPress }}>
      <Part title={words.settings.language}>
        <Chips
          label={words.settings.language}
          choices={[
            { value: null, title: words.settings.system },
            ...languages.map((value) => ({ value, title: tables[value].languageName })),
          ]}
          chosen={preferences.language}
          onChoose={preferences.chooseLanguage}
        />
      </Part>
      <Part title={words.settings.theme}>
        <Chips
          label={words.settings.theme}
          choices={[
            { value: null, title: words.settings.system },
            { value: 'light', title: words.settings.light },
            { value: 'dark', title: words.settings.dark },
          ]}
          chosen={preferences.scheme}
          onChoose={preferences.chooseScheme}
        />
      </Part>
      <Part title={words.settings.account}>
        <View style={{ paddingHorizontal: space.l, gap: space.m }}>
          {user === null ? (
            <>
              <Text tone="muted">{words.account.signInWhy}</Text>
              <Button title={words.account.signIn} onPress={() => router.push('/sign-in')} />
            </>
          ) : (
            <>
              <View>
                <Text weight="600">{user.displayName}</Text>
                <Text size="table" tone="muted">
                  {user.email}
                </Text>
              </View>
              {!user.isEmailVerified && <Text tone="warn">{words.settings.unverified}</Text>}
              {user.platformRole === 'admin' && (
                <Button kind="quiet" title={words.operations.title} onPress={() => router.push('/operations')} />
              )}
              <Button
                kind="quiet"
                title={words.account.signOut}
                onPress={() => void signOut().catch(() => undefined)}
              />
            </>
          )}
        </View>
      </Part>
      {user !== null && (
        <Part title={words.settings.sessions}>
          <Sessions />
        </Part>
      )}
    </Screen>
  );
};

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Card style={{ paddingHorizontal: 0, gap: space.s }}>
    <Text weight="700" heading={2} style={{ paddingHorizontal: space.l }}>
      {title}
    </Text>
    {children}
  </Card>
);
