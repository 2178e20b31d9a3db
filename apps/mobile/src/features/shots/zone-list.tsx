/** The zones from which somebody shot, with how many went in. */
import { divided, type Shot, type ZoneKey, zoneTotals } from '@bball/engine';
import { View } from 'react-native';
import { Text } from '../../components/ui/text.tsx';
import { Touchable } from '../../components/ui/touchable.tsx';
import { useFormat, useWords } from '../../lib/i18n/i18n.ts';
import { useColours } from '../../lib/theme/theme.tsx';
import { radius, space } from '../../lib/theme/tokens.ts';

type ZoneRowProps = {
  readonly title: string;
  readonly made: number;
  readonly attempted: number;
  readonly isSum?: boolean;
  readonly isChosen: boolean;
  readonly onPress: () => void;
};

const ZoneRow = ({ title, made, attempted, isSum = false, isChosen, onPress }: ZoneRowProps) => {
  const colours = useColours();
  const words = useWords();
  const format = useFormat();
  const share = divided(made, attempted);
  return (
    <Touchable
      role="radio"
      aria-checked={isChosen}
      onPress={onPress}
      aria-label={`${title}: ${made}/${attempted}, ${format.percent(share)} %`}
      style={{
        flexDirection: 'row',
        alignItems: 'center',
        gap: space.s,
        paddingHorizontal: space.s,
        borderRadius: radius.control,
        backgroundColor: isChosen ? colours.accentSoft : 'transparent',
        borderBottomWidth: 1,
        borderColor: colours.line,
      }}
    >
      <Text size="table" weight={isSum ? '700' : '400'} style={{ flex: 1.3 }}>
        {title}
      </Text>
      <View style={{ flex: 1, height: 8, borderRadius: 4, backgroundColor: colours.raised, overflow: 'hidden' }}>
        <View
          style={{
            width: `${Math.round((share ?? 0) * 100)}%`,
            height: 8,
            borderRadius: 4,
            backgroundColor: isSum ? colours.text : colours.accent,
          }}
        />
      </View>
      <Text size="table" align="right" tone="muted" style={{ minWidth: 52 }}>
        {words.shots.madeOf(made, attempted)}
      </Text>
      <Text size="table" align="right" weight="700" style={{ minWidth: 56 }}>
        {`${format.percent(share)}%`}
      </Text>
    </Touchable>
  );
};

type ZoneListProps = {
  readonly shots: readonly Shot[];
  readonly chosen: ZoneKey | null;
  readonly onChoose: (zone: ZoneKey | null) => void;
};

/** Choosing a zone leaves only its shots on the floor; choosing it again, or all shots, brings the others back. */
export const ZoneList = ({ shots, chosen, onChoose }: ZoneListProps) => {
  const words = useWords();
  const made = shots.filter((shot) => shot.made).length;
  return (
    <View role="radiogroup" aria-label={words.shots.zone}>
      <ZoneRow
        title={words.shots.all}
        made={made}
        attempted={shots.length}
        isSum
        isChosen={chosen === null}
        onPress={() => onChoose(null)}
      />
      {zoneTotals(shots).map(({ zone, ...total }) => (
        <ZoneRow
          key={zone}
          title={words.shots.zones[zone]}
          made={total.made}
          attempted={total.attempted}
          isChosen={zone === chosen}
          onPress={() => onChoose(zone === chosen ? null : zone)}
        />
      ))}
    </View>
  );
};
