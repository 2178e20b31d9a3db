/** The shot chart: the floor in scale, filters by team, player and period, and the zones with their shares. */
import type { PlayerId, TeamId, ZoneKey } from '@bball/engine';
import { useState } from 'react';
import { ScrollView, View } from 'react-native';
import { Chips, type Choice } from '../../components/ui/chips.tsx';
import { Court } from '../../components/ui/court.tsx';
import { Message } from '../../components/ui/message.tsx';
import { Sign } from '../../components/ui/sign.tsx';
import { SkeletonRows } from '../../components/ui/skeleton.tsx';
import { Text } from '../../components/ui/text.tsx';
import { useWords } from '../../lib/i18n/i18n.ts';
import { useNames, useRules, useSides, useSnapshot } from '../../lib/live-game/game-context.tsx';
import { shotsOf } from '../../lib/live-game/views.ts';
import { space } from '../../lib/theme/tokens.ts';
import { Heat } from './heat.tsx';
import { everyShot, filtered, periodsIn, type ShotFilter, shooters } from './shot-filter.ts';
import { ShotMarks } from './shot-marks.tsx';
import { ZoneList } from './zone-list.tsx';

const useChoices = (filter: ShotFilter) => {
  const words = useWords();
  const sides = useSides();
  const names = useNames();
  const rules = useRules();
  const snapshot = useSnapshot();
  const shots = snapshot === null ? [] : shotsOf(snapshot);
  const team = ({ id, shortName, name, colour }: (typeof sides)['home']): Choice<TeamId | null> => ({
    value: id,
    title: shortName,
    label: name,
    dot: colour,
  });
  const teams: Choice<TeamId | null>[] = [{ value: null, title: words.shots.both }, team(sides.home), team(sides.away)];
  const players: Choice<PlayerId | null>[] = [
    { value: null, title: words.shots.allPlayers },
    ...shooters(shots, filter.teamId).map((id) => ({ value: id, title: names(id).called })),
  ];
  const periods: Choice<number | null>[] = [
    { value: null, title: words.shots.allPeriods },
    ...periodsIn(shots).map((period) => ({
      value: period,
      title: words.game.period(period, rules.periods.count),
      label: words.game.periodLong(period, rules.periods.count),
    })),
  ];
  return { shots, teams, players, periods };
};

export const ShotsPanel = () => {
  const words = useWords();
  const rules = useRules();
  const snapshot = useSnapshot();
  const [filter, setFilter] = useState(everyShot);
  const [zone, setZone] = useState<ZoneKey | null>(null);
  const [look, setLook] = useState<'marks' | 'heat'>('marks');
  const { shots, teams, players, periods } = useChoices(filter);
  if (snapshot === null) return <SkeletonRows rows={8} label={words.app.loading} />;
  if (shots.length === 0) return <Message icon="ball" title={words.shots.empty} detail={words.shots.emptyDetail} />;
  const chosen = filtered(shots, filter);
  const placed = chosen.filter((shot) => shot.spot !== null);
  const onFloor = zone === null ? placed : placed.filter((shot) => shot.zone === zone);
  const made = onFloor.filter((shot) => shot.made).length;
  return (
    <ScrollView
      tabIndex={0}
      aria-label={words.shots.title}
      contentContainerStyle={{ paddingVertical: space.s, gap: space.xs }}
    >
      <Chips
        label={words.shots.team}
        choices={teams}
        chosen={filter.teamId}
        onChoose={(teamId) => setFilter({ ...filter, teamId, playerId: null })}
      />
      <Chips
        label={words.shots.player}
        choices={players}
        chosen={filter.playerId}
        onChoose={(playerId) => setFilter({ ...filter, playerId })}
      />
      <Chips
        label={words.shots.period}
        choices={periods}
        chosen={filter.period}
        onChoose={(period) => setFilter({ ...filter, period })}
      />
      <View style={{ paddingHorizontal: space.l, gap: space.s, width: '100%', maxWidth: 720, alignSelf: 'center' }}>
        <Court floor={rules.court} label={words.shots.chartSay(made, onFloor.length)}>
          {look === 'heat' ? (
            <Heat shots={onFloor} floor={rules.court} />
          ) : (
            <ShotMarks shots={onFloor} floor={rules.court} />
          )}
        </Court>
        <View style={{ flexDirection: 'row', alignItems: 'center', flexWrap: 'wrap', gap: space.s }}>
          <Legend />
          <View style={{ marginLeft: 'auto' }}>
            <Chips
              label={words.shots.show}
              choices={[
                { value: 'marks', title: words.shots.marks },
                { value: 'heat', title: words.shots.heat },
              ]}
              chosen={look}
              onChoose={setLook}
            />
          </View>
        </View>
        {chosen.length > placed.length && (
          <Text size="caption" tone="muted">
            {words.shots.noSpot(chosen.length - placed.length)}
          </Text>
        )}
        <ZoneList shots={chosen} chosen={zone} onChoose={setZone} />
      </View>
    </ScrollView>
  );
};

const Legend = () => {
  const words = useWords();
  return (
    <View style={{ flexDirection: 'row', gap: space.m }}>
      {(['made', 'missed'] as const).map((outcome) => (
        <View key={outcome} style={{ flexDirection: 'row', alignItems: 'center', gap: space.xs }}>
          <Sign name={outcome} size={14} />
          <Text size="caption" tone="muted">
            {words.feed[outcome]}
          </Text>
        </View>
      ))}
    </View>
  );
};
