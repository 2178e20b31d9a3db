/** What the job could not take, newest first. The text may hold anything: it is shown as text and nothing else. */
import type { DeadLetter } from '@bball/contracts';
import { View } from 'react-native';
import { Button } from '../../components/ui/button.tsx';
import { Message } from '../../components/ui/message.tsx';
import { SkeletonRows } from '../../components/ui/skeleton.tsx';
import { Text } from '../../components/ui/text.tsx';
import { useFormat, useWords } from '../../lib/i18n/i18n.ts';
import { space } from '../../lib/theme/tokens.ts';
import { useDeadLetters, useReplay } from './use-operations.ts';

export const DeadLetters = () => {
  const words = useWords();
  const { data, isPending, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useDeadLetters();
  if (isPending) return <SkeletonRows rows={2} label={words.app.loading} />;
  if (isError) {
    const action = { title: words.app.retry, onPress: () => void refetch() };
    return <Message icon="warning" title={words.operations.away} action={action} isError />;
  }
  const letters = data.pages.flatMap(({ deadLetters }) => deadLetters);
  if (letters.length === 0) return <Text tone="muted">{words.operations.noDeadLetters}</Text>;
  return (
    <View role="list" style={{ gap: space.l }}>
      {letters.map((letter) => (
        <LetterLine key={`${letter.partition}:${letter.offset}`} letter={letter} />
      ))}
      {hasNextPage && (
        <Button
          kind="quiet"
          title={words.games.more}
          isBusy={isFetchingNextPage}
          onPress={() => void fetchNextPage()}
        />
      )}
    </View>
  );
};

export const LetterLine = ({ letter }: { readonly letter: DeadLetter }) => {
  const { operations: words } = useWords();
  const format = useFormat();
  const replay = useReplay(letter);
  const place = words.letterAt(letter.partition, letter.offset, letter.sizeBytes);
  return (
    <View role="listitem" style={{ gap: space.xs }}>
      <Text weight="600">{`${letter.reason} · ${format.moment(letter.at)}`}</Text>
      <Text size="caption" tone="muted" selectable>
        {letter.gameId === null ? place : `${place} · ${letter.gameId}`}
      </Text>
      <Text size="caption" selectable numberOfLines={6}>
        {letter.text}
      </Text>
      {letter.gameId === null ? (
        <Text size="caption" tone="muted">
          {words.nothingToReplay}
        </Text>
      ) : (
        <Button
          kind="quiet"
          title={replay.isSuccess ? words.replayed : words.replay}
          isBusy={replay.isPending}
          disabled={replay.isSuccess}
          onPress={() => replay.mutate()}
        />
      )}
      {replay.isError && (
        <Text role="alert" tone="missed">
          {words.replayFailed}
        </Text>
      )}
    </View>
  );
};
