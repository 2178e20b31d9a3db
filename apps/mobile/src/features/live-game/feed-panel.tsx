/** The play-by-play: newest first, by period, with the break's score as a header that stays. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { SectionList, View } from 'react-native';
import { Chips } from '../../components/ui/chips.tsx';
import { Message } from '../../components/ui/message.tsx';
import { SkeletonRows } from '../../components/ui/skeleton.tsx';
import { useWords } from '../../lib/i18n/i18n.ts';
import { useSnapshot } from '../../lib/live-game/game-context.tsx';
import { playsOf, runsOf } from '../../lib/live-game/views.ts';
import { useColours } from '../../lib/theme/theme.tsx';
import { space } from '../../lib/theme/tokens.ts';
import { type FeedEntry, feedOf, scoringOnly } from './feed-entries.ts';
import { PeriodHeader } from './period-header.tsx';
import { PlayRow, ThrowsRow } from './play-row.tsx';
import { RunRow } from './run-row.tsx';
import { useSpeech } from './use-speech.ts';

/** Which entries came in while the feed was open: those slide in, once. */
const useArrivals = (keys: readonly string[] | null): ((key: string) => boolean) => {
  const seen = useRef<Set<string> | null>(null);
  if (seen.current === null && keys !== null) seen.current = new Set(keys);
  useEffect(() => {
    for (const key of keys ?? []) seen.current?.add(key);
  });
  return (key) => seen.current?.has(key) === false;
};

export const FeedPanel = () => {
  const words = useWords();
  const colours = useColours();
  const speech = useSpeech();
  const snapshot = useSnapshot();
  const [shown, setShown] = useState<'all' | 'scoring'>('all');
  const periods = useMemo(() => {
    if (snapshot === null) return null;
    const feed = feedOf(playsOf(snapshot), runsOf(snapshot));
    return shown === 'all' ? feed : scoringOnly(feed);
  }, [snapshot, shown]);
  const isNew = useArrivals(periods?.flatMap((period) => period.entries.map((entry) => entry.key)) ?? null);

  if (periods === null) return <SkeletonRows rows={10} label={words.app.loading} />;
  if (periods.length === 0) return <Message icon="ball" title={words.feed.empty} detail={words.feed.emptyDetail} />;

  const renderEntry = (entry: FeedEntry) => {
    if (entry.kind === 'run') return <RunRow run={entry.run} speech={speech} />;
    if (entry.kind === 'throws') {
      return <ThrowsRow throws={entry.throws} rebound={entry.rebound} speech={speech} isNew={isNew(entry.key)} />;
    }
    return <PlayRow play={entry.play} rebound={entry.rebound} speech={speech} isNew={isNew(entry.key)} />;
  };
  return (
    <View style={{ flex: 1 }}>
      <View style={{ paddingVertical: space.xs, borderBottomWidth: 1, borderColor: colours.line }}>
        <Chips
          label={words.feed.filter}
          choices={[
            { value: 'all', title: words.feed.all },
            { value: 'scoring', title: words.feed.scoring },
          ]}
          chosen={shown}
          onChoose={setShown}
        />
      </View>
      <SectionList
        role="region"
        aria-label={words.game.tabs.feed}
        tabIndex={0}
        sections={periods.map((period) => ({ ...period, key: String(period.period), data: period.entries }))}
        keyExtractor={(entry) => entry.key}
        renderItem={({ item }) => renderEntry(item)}
        renderSectionHeader={({ section }) => <PeriodHeader period={section} speech={speech} />}
        stickySectionHeadersEnabled
        initialNumToRender={30}
        windowSize={9}
      />
    </View>
  );
};
