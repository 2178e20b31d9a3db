/** What stands in place of the page when there is no game to show: none here, no longer allowed, or no answer. */
import { router } from 'expo-router';
import { Message } from '../../components/ui/message.tsx';
import { isNotFound, NoAnswer } from '../../lib/api/problem.ts';
import { useWords } from '../../lib/i18n/i18n.ts';
import { useGameDetail, useLive, useMaybeSides } from '../../lib/live-game/game-context.tsx';

type Trouble = 'not-found' | 'refused' | 'no-answer' | 'failed';

/** null: there is none. What was shown once stays when a later request fails. */
export const useTrouble = (): Trouble | null => {
  const { error } = useGameDetail();
  const hasSides = useMaybeSides() !== null;
  const refusal = useLive((state) => state.viewer.refusedBecause);
  if (isNotFound(error) || refusal === 'game-not-found') return 'not-found';
  if (refusal !== null) return 'refused';
  if (error === null || hasSides) return null;
  return error instanceof NoAnswer ? 'no-answer' : 'failed';
};

export const GameTrouble = ({ trouble }: { readonly trouble: Trouble }) => {
  const words = useWords();
  const { refetch } = useGameDetail();
  const toGames = { title: words.app.toGames, onPress: () => router.replace('/') };
  const retry = { title: words.app.retry, onPress: () => void refetch() };
  switch (trouble) {
    case 'not-found':
      return <Message icon="ball" title={words.app.notFound} detail={words.app.notFoundDetail} action={toGames} />;
    case 'refused':
      return (
        <Message icon="warning" title={words.game.ended} detail={words.game.endedDetail} action={toGames} isError />
      );
    case 'no-answer':
      return (
        <Message icon="offline" title={words.app.errorTitle} detail={words.app.noNetwork} action={retry} isError />
      );
    case 'failed':
      return (
        <Message icon="warning" title={words.app.errorTitle} detail={words.app.errorDetail} action={retry} isError />
      );
  }
};
