/** A run, where it ended: "9–0 LIO in 2:10". */
import type { Run } from '@bball/engine';
import { View } from 'react-native';
import { SideEdge } from '../../components/ui/side-edge.tsx';
import { Text } from '../../components/ui/text.tsx';
import { useColours } from '../../lib/theme/theme.tsx';
import { space } from '../../lib/theme/tokens.ts';
import type { Speech } from './phrases.ts';
import { runText } from './run-text.ts';

export const RunRow = ({ run, speech }: { readonly run: Run; readonly speech: Speech }) => {
  const colours = useColours();
  const side = speech.sides[run.side];
  return (
    <View
      style={{
        backgroundColor: colours.accentSoft,
        paddingVertical: space.s,
        paddingHorizontal: space.m,
        borderBottomWidth: 1,
        borderColor: colours.line,
      }}
    >
      <SideEdge side={run.side} colour={side.colour} />
      <Text size="table" weight="700" tone="accent" align="center">
        {runText(run, side.shortName, speech.words)}
      </Text>
    </View>
  );
};
