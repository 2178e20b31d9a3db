/** The frame of the account's forms: title, fields, what went wrong, the one action, the ways aside. */
import { router } from 'expo-router';
import type { ReactNode } from 'react';
import { View } from 'react-native';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { Screen } from '../../components/ui/screen.tsx';
import { Text } from '../../components/ui/text.tsx';
import { Touchable } from '../../components/ui/touchable.tsx';
import { useWords } from '../../lib/i18n/i18n.ts';
import { space } from '../../lib/theme/tokens.ts';

type Aside = { readonly title: string; readonly href: '/sign-in' | '/register' | '/forgot' };

type FormScreenProps = {
  readonly title: string;
  readonly detail?: string;
  readonly problem: string | null;
  readonly action: { readonly title: string; readonly onPress: () => void; readonly isBusy: boolean };
  readonly asides?: readonly Aside[];
  readonly children?: ReactNode;
};

export const FormScreen = ({ title, detail, problem, action, asides = [], children }: FormScreenProps) => {
  const words = useWords();
  const onPress = () => (router.canGoBack() ? router.back() : router.replace('/'));
  return (
    <Screen title={title} back={{ label: words.app.back, onPress }} width={440}>
      <Card style={{ gap: space.l, marginTop: space.l }}>
        {detail !== undefined && <Text tone="muted">{detail}</Text>}
        {children}
        {problem !== null && (
          <Text role="alert" tone="missed" weight="600">
            {problem}
          </Text>
        )}
        <Button {...action} />
      </Card>
      <View style={{ alignItems: 'center' }}>
        {asides.map((aside) => (
          <Touchable key={aside.href} role="link" onPress={() => router.replace(aside.href)}>
            <Text size="table" weight="600" tone="accent">
              {aside.title}
            </Text>
          </Touchable>
        ))}
      </View>
    </Screen>
  );
};
