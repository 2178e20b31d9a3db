/** Games whose whole log waits to be handed on again, parked ones first; each can be tried now. */
import type { RefoldRequest } from '@bball/contracts';
import { View } from 'react-native';
import { Button } from '../../components/ui/button.tsx';
import { Text } from '../../components/ui/text.tsx';
import { useFormat, useWords } from '../../lib/i18n/i18n.ts';
import { space } from '../../lib/theme/tokens.ts';
import { useRefold } from './use-operations.ts';

export const Refolds = ({ refolds }: { readonly refolds: readonly RefoldRequest[] }) => {
  const words = useWords();
  if (refolds.length === 0) return <Text tone="muted">{words.operations.noRefolds}</Text>;
  return (
    <View role="list" style={{ gap: space.m }}>
      {refolds.map((refold) => (
        <RefoldLine key={refold.gameId} refold={refold} />
      ))}
    </View>
  );
};

const RefoldLine = ({ refold }: { readonly refold: RefoldRequest }) => {
  const { operations: words } = useWords();
  const format = useFormat();
  const again = useRefold(refold.gameId);
  return (
    <View role="listitem" style={{ flexDirection: 'row', alignItems: 'center', gap: space.m }}>
      <View style={{ flex: 1 }}>
        <Text weight="600" tone={refold.isParked ? 'missed' : 'text'}>
          {refold.isParked ? `${words.parkedGame} · ${refold.reason}` : refold.reason}
        </Text>
        <Text size="caption" tone="muted" selectable>
          {refold.gameId}
        </Text>
        <Text size="caption" tone="muted">
          {words.tried(refold.tries, format.moment(refold.dueAt))}
        </Text>
      </View>
      <Button kind="quiet" title={words.tryNow} isBusy={again.isPending} onPress={() => again.mutate()} />
    </View>
  );
};
