/** For administrators: where the stream stands, which games wait to be handed on again, what the job could not take. */
import { router } from 'expo-router';
import type { ReactNode } from 'react';
import { Card } from '../../components/ui/card.tsx';
import { Message } from '../../components/ui/message.tsx';
import { Screen } from '../../components/ui/screen.tsx';
import { SkeletonRows } from '../../components/ui/skeleton.tsx';
import { Text } from '../../components/ui/text.tsx';
import { ApiProblem } from '../../lib/api/problem.ts';
import { useWords } from '../../lib/i18n/i18n.ts';
import { space } from '../../lib/theme/tokens.ts';
import { DeadLetters } from './dead-letters.tsx';
import { Refolds } from './refolds.tsx';
import { StreamFigures } from './stream-figures.tsx';
import { useStreamHealth } from './use-operations.ts';

export const OperationsScreen = () => {
  const words = useWords();
  const onPress = () => (router.canGoBack() ? router.back() : router.replace('/'));
  return (
    <Screen title={words.operations.title} back={{ label: words.app.back, onPress }}>
      <Operations />
    </Screen>
  );
};

export const Operations = () => {
  const words = useWords();
  const { data: health, error, refetch } = useStreamHealth();
  if (error !== null) return <Refusal error={error} onRetry={() => void refetch()} />;
  if (health === undefined) return <SkeletonRows rows={6} label={words.app.loading} />;
  return (
    <>
      <Part title={words.operations.stream}>
        <StreamFigures health={health} />
      </Part>
      <Part title={words.operations.refolds(health.refoldCount)}>
        <Refolds refolds={health.refolds} />
      </Part>
      {health.profile === 'distributed' && (
        <Part title={words.operations.deadLetters}>
          <DeadLetters />
        </Part>
      )}
    </>
  );
};

/** Who may is told what is missing; whoever may not, that there is nothing here for them. */
const Refusal = ({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) => {
  const words = useWords();
  const code = error instanceof ApiProblem ? error.code : null;
  if (code === 'sign-in-again' || code === 'sign-in-required') {
    const action = { title: words.account.signIn, onPress: () => router.push('/sign-in') };
    return <Message icon="warning" title={words.operations.signInAgain} action={action} />;
  }
  if (code === 'not-permitted') return <Message icon="warning" title={words.operations.adminsOnly} />;
  const action = { title: words.app.retry, onPress: onRetry };
  return <Message icon="warning" title={words.app.errorTitle} action={action} isError />;
};

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Card style={{ gap: space.s, marginBottom: space.m }}>
    <Text weight="700" heading={2}>
      {title}
    </Text>
    {children}
  </Card>
);
