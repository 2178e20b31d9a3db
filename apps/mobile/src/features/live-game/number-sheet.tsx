/** Why a number is what it is: the plays that made it, as the server lists them at this revision. */
import type { Numbers } from '@bball/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { View } from 'react-native';
import { Message } from '../../components/ui/message.tsx';
import { Sheet } from '../../components/ui/sheet.tsx';
import { SkeletonRows } from '../../components/ui/skeleton.tsx';
import { Text } from '../../components/ui/text.tsx';
import { useWords } from '../../lib/i18n/i18n.ts';
import { useGameId, useLive } from '../../lib/live-game/game-context.tsx';
import { closeNumber, type NumberAsked, useNumberAsked } from '../../lib/live-game/number-asked.ts';
import { authorised, useDoor } from '../../lib/session/session.ts';
import { space } from '../../lib/theme/tokens.ts';
import type { Speech } from './phrases.ts';
import { PlayRow } from './play-row.tsx';
import { useSpeech } from './use-speech.ts';

const useNumbers = ({ subject, column }: NumberAsked) => {
  const door = useDoor();
  const gameId = useGameId();
  const revision = useLive((state) => state.viewer.snapshot?.revision ?? 0);
  return useQuery({
    queryKey: ['numbers', door, gameId, subject, column, revision],
    queryFn: ({ signal }) =>
      authorised<Numbers>({ path: `${door}/games/${gameId}/numbers/${subject}/${column}`, signal }),
    placeholderData: keepPreviousData,
  });
};

const Plays = ({ asked }: { readonly asked: NumberAsked }) => {
  const words = useWords();
  const speech = useSpeech();
  const numbers = useNumbers(asked);
  if (numbers.isPending) return <SkeletonRows rows={4} label={words.app.loading} />;
  if (numbers.isError) {
    const retry = { title: words.app.retry, onPress: () => void numbers.refetch() };
    return <Message icon="warning" title={words.app.errorTitle} action={retry} isError />;
  }
  const { plays, value } = numbers.data;
  if (plays.length === 0) {
    return <Message icon="ball" title={value === 0 ? words.box.nothingCounted : words.box.noPlays} />;
  }
  return (
    <View role="list">
      {plays.map((play, at) => (
        <View key={play.id} role="listitem">
          {plays[at - 1]?.place.period !== play.place.period && (
            <PeriodMark period={play.place.period} speech={speech} />
          )}
          <PlayRow play={play} speech={speech} />
        </View>
      ))}
    </View>
  );
};

/** A clock alone does not say when: the period does. */
const PeriodMark = ({ period, speech }: { readonly period: number; readonly speech: Speech }) => (
  <Text
    size="caption"
    weight="700"
    tone="muted"
    style={{ paddingHorizontal: space.m, paddingTop: space.m, paddingBottom: space.xs }}
  >
    {speech.words.game.periodLong(period, speech.periods)}
  </Text>
);

export const NumberSheet = () => {
  const words = useWords();
  const asked = useNumberAsked((state) => state.asked);
  if (asked === null) return null;
  return (
    <Sheet title={asked.title} closeLabel={words.app.close} onClose={closeNumber}>
      <Plays asked={asked} />
    </Sheet>
  );
};
