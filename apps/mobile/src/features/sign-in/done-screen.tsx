/** After a form: what happened, and what to do now. */
import { router } from 'expo-router';
import type { IconName } from '../../components/ui/icon.tsx';
import { Message } from '../../components/ui/message.tsx';
import { Screen } from '../../components/ui/screen.tsx';
import { useWords } from '../../lib/i18n/i18n.ts';

type DoneScreenProps = {
  readonly icon: IconName;
  readonly title: string;
  readonly detail: string;
  readonly next: 'sign-in' | 'games';
};

export const DoneScreen = ({ icon, title, detail, next }: DoneScreenProps) => {
  const words = useWords();
  const action =
    next === 'sign-in'
      ? { title: words.account.signIn, onPress: () => router.replace('/sign-in') }
      : { title: words.app.toGames, onPress: () => router.replace('/') };
  return (
    <Screen title={words.app.name}>
      <Message icon={icon} title={title} detail={detail} action={action} />
    </Screen>
  );
};
