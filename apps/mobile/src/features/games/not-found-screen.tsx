/** An address that leads nowhere, and the way on. */
import { router } from 'expo-router';
import { Message } from '../../components/ui/message.tsx';
import { Screen } from '../../components/ui/screen.tsx';
import { useWords } from '../../lib/i18n/i18n.ts';

export const NotFoundScreen = () => {
  const words = useWords();
  const onPress = () => router.replace('/');
  return (
    <Screen title={words.app.name}>
      <Message
        icon="ball"
        title={words.app.notFound}
        detail={words.app.notFoundDetail}
        action={{ title: words.app.toGames, onPress }}
      />
    </Screen>
  );
};
