/** One row of the feed: clock, sign, sentence, links under it; the score where it moved; the old text where it was corrected. */
import type { FoldedPlay } from '@bball/engine';
import { memo } from 'react';
import { View } from 'react-native';
import Animated, { FadeInUp, useReducedMotion } from 'react-native-reanimated';
import { SideEdge } from '../../components/ui/side-edge.tsx';
import { Sign } from '../../components/ui/sign.tsx';
import { Text } from '../../components/ui/text.tsx';
import { clockText } from '../../lib/i18n/game-clock.ts';
import { sideOf } from '../../lib/live-game/sides.ts';
import { useColours } from '../../lib/theme/theme.tsx';
import { motionMs, space } from '../../lib/theme/tokens.ts';
import { firstPhraseOf, type Phrase, phraseOf, reboundLink, type Speech } from './phrases.ts';

const movesScore = ({ type, body, isVoided }: FoldedPlay): boolean =>
  !isVoided && (body.made === true || type === 'points-adjusted');

type RowProps = {
  readonly play: FoldedPlay;
  readonly speech: Speech;
  readonly phrase: Phrase;
  readonly links: readonly string[];
  readonly showsScore: boolean;
  /** Came in while watching: slides in. */
  readonly isNew: boolean;
};

const Row = ({ play, speech, phrase, links, showsScore, isNew }: RowProps) => {
  const colours = useColours();
  const isStill = useReducedMotion();
  const { words, sides } = speech;
  const side = sideOf(sides, play.body.teamId);
  const first = firstPhraseOf(play, speech);
  const note = play.isVoided ? words.feed.removed : first === null ? null : words.feed.edited;
  const spoken = [clockText(play.clockMs), note, phrase.spoken, ...links.slice(phrase.links.length)]
    .filter(Boolean)
    .join(', ');
  return (
    <Animated.View
      {...(isNew && !isStill ? { entering: FadeInUp.duration(motionMs) } : {})}
      style={{ backgroundColor: colours.surface, borderBottomWidth: 1, borderColor: colours.line }}
    >
      {side !== null && <SideEdge side={side} colour={sides[side].colour} />}
      <View
        accessible
        aria-label={spoken}
        style={{ flexDirection: 'row', gap: space.s, paddingVertical: 10, paddingHorizontal: space.m, minHeight: 44 }}
      >
        <Text size="caption" tone="muted" style={{ minWidth: 40, lineHeight: 22 }}>
          {clockText(play.clockMs)}
        </Text>
        <View style={{ width: 20, paddingTop: 2 }}>
          <Sign name={phrase.sign} />
        </View>
        <View style={{ flex: 1, gap: 1 }}>
          <Sentence text={phrase.text} isStrong={showsScore} isVoided={play.isVoided} note={note} />
          {links.map((link) => (
            <Text key={link} size="caption" tone="muted">
              {`↳ ${link}`}
            </Text>
          ))}
          {first !== null && (
            <Text size="caption" tone="muted" struck aria-label={`${words.feed.before} ${first}`}>
              {first}
            </Text>
          )}
        </View>
        {showsScore && <Score play={play} side={side} />}
      </View>
    </Animated.View>
  );
};

type SentenceProps = {
  readonly text: string;
  readonly isStrong: boolean;
  readonly isVoided: boolean;
  readonly note: string | null;
};

/** What happened stands out; how it happened, after the dot, is quiet. */
const Sentence = ({ text, isStrong, isVoided, note }: SentenceProps) => {
  const [what, ...how] = text.split(' · ');
  return (
    <Text
      size="table"
      weight={isStrong ? '600' : '400'}
      struck={isVoided}
      tone={isVoided ? 'muted' : 'text'}
      style={{ lineHeight: 22 }}
    >
      {what}
      {how.length > 0 && (
        <Text size="table" tone="muted" weight="400">
          {` · ${how.join(' · ')}`}
        </Text>
      )}
      {note !== null && (
        <Text size="caption" weight="600" tone="warn">
          {`  ${note}`}
        </Text>
      )}
    </Text>
  );
};

const Score = ({ play, side }: { readonly play: FoldedPlay; readonly side: 'home' | 'away' | null }) => (
  <Text size="table" tone="muted" style={{ lineHeight: 22 }}>
    <Text size="table" weight={side === 'home' ? '700' : '400'} tone={side === 'home' ? 'text' : 'muted'}>
      {play.score.home}
    </Text>
    –
    <Text size="table" weight={side === 'away' ? '700' : '400'} tone={side === 'away' ? 'text' : 'muted'}>
      {play.score.away}
    </Text>
  </Text>
);

type PlayRowProps = {
  readonly play: FoldedPlay;
  readonly rebound?: FoldedPlay | null;
  readonly speech: Speech;
  readonly isNew?: boolean;
};

export const PlayRow = memo(({ play, rebound = null, speech, isNew = false }: PlayRowProps) => {
  const phrase = phraseOf(play, speech);
  const links = rebound === null ? phrase.links : [...phrase.links, reboundLink(rebound, speech)];
  return <Row play={play} speech={speech} phrase={phrase} links={links} showsScore={movesScore(play)} isNew={isNew} />;
});

type ThrowsRowProps = {
  readonly throws: readonly FoldedPlay[];
  readonly rebound: FoldedPlay | null;
  readonly speech: Speech;
  readonly isNew?: boolean;
};

/** A trip to the line is one row: "#7 Rossi free throws 2/3". */
export const ThrowsRow = memo(({ throws, rebound, speech, isNew = false }: ThrowsRowProps) => {
  const last = throws.at(-1);
  if (last === undefined) return null;
  if (throws.length === 1) return <PlayRow play={last} rebound={rebound} speech={speech} isNew={isNew} />;
  const phrase = phraseOf(last, speech);
  const made = throws.filter((play) => play.body.made).length;
  const who = last.body.by
    ? speech.names(last.body.by as Parameters<Speech['names']>[0]).called
    : speech.words.feed.unknown;
  const text = speech.words.throwTrip(who, made, throws.length);
  const links = rebound === null ? [] : [reboundLink(rebound, speech)];
  return (
    <Row
      play={last}
      speech={speech}
      phrase={{ ...phrase, sign: made === 0 ? 'missed' : 'made', text, links: [], spoken: text }}
      links={links}
      showsScore={made > 0}
      isNew={isNew}
    />
  );
});
