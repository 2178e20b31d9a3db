/** A row of chips of which one is chosen; it scrolls sideways where it does not fit. */
import { ScrollView, View } from 'react-native';
import { space } from '../../lib/theme/tokens.ts';
import { Chip } from './chip.tsx';

export type Choice<Value> = {
  readonly value: Value;
  readonly title: string;
  readonly label?: string;
  readonly dot?: string;
};

type ChipsProps<Value> = {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
};

export const Chips = <Value extends string | number | null>({
  label,
  choices,
  chosen,
  onChoose,
}: ChipsProps<Value>) => (
  <ScrollView horizontal showsHorizontalScrollIndicator={false} style={{ flexGrow: 0 }}>
    <View
      role="radiogroup"
      aria-label={label}
      style={{ flexDirection: 'row', gap: space.s, paddingHorizontal: space.l }}
    >
      {choices.map(({ value, title, ...rest }) => (
        <Chip key={String(value)} title={title} isChosen={value === chosen} onPress={() => onChoose(value)} {...rest} />
      ))}
    </View>
  </ScrollView>
);
