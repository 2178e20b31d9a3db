/** Where the account is signed in; each session but this one can be ended from here. */
import type { Session } from '@bball/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { View } from 'react-native';
import { Button } from '../../components/ui/button.tsx';
import { Message } from '../../components/ui/message.tsx';
import { SkeletonRows } from '../../components/ui/skeleton.tsx';
import { Text } from '../../components/ui/text.tsx';
import { useFormat, useWords } from '../../lib/i18n/i18n.ts';
import { authorised } from '../../lib/session/session.ts';
import { space } from '../../lib/theme/tokens.ts';

const queryKey = ['sessions'];

export const Sessions = () => {
  const words = useWords();
  const sessions = useQuery({
    queryKey,
    queryFn: ({ signal }) => authorised<{ readonly sessions: readonly Session[] }>({ path: '/v1/sessions', signal }),
  });
  if (sessions.isPending) return <SkeletonRows rows={2} label={words.app.loading} />;
  if (sessions.isError) {
    const retry = { title: words.app.retry, onPress: () => void sessions.refetch() };
    return <Message icon="warning" title={words.app.errorTitle} action={retry} isError />;
  }
  return (
    <View role="list" style={{ paddingHorizontal: space.l, gap: space.m }}>
      {sessions.data.sessions.map((session) => (
        <SessionLine key={session.id} session={session} />
      ))}
    </View>
  );
};

const SessionLine = ({ session }: { readonly session: Session }) => {
  const words = useWords();
  const format = useFormat();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () => authorised<null>({ method: 'DELETE', path: `/v1/sessions/${session.id}` }),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  const where = session.deviceLabel ?? words.settings[session.client];
  const seen = words.settings.lastSeen(format.moment(session.lastSeenAt));
  return (
    <View role="listitem" style={{ flexDirection: 'row', alignItems: 'center', gap: space.m }}>
      <View style={{ flex: 1 }}>
        <Text weight="600">{session.isThisOne ? `${where} (${words.settings.thisOne})` : where}</Text>
        <Text size="caption" tone="muted">
          {[seen, session.place].filter(Boolean).join(' · ')}
        </Text>
      </View>
      {!session.isThisOne && (
        <Button kind="quiet" title={words.settings.endSession} isBusy={end.isPending} onPress={() => end.mutate()} />
      )}
    </View>
  );
};
