/** What stands where a list would: nothing yet and what to do next, or what went wrong and the way on. */
import { View } from 'react-native';
import { space } from '../../lib/theme/tokens.ts';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';
import { Text } from './text.tsx';

type MessageProps = {
  readonly icon: IconName;
  readonly title: string;
  readonly detail?: string;
  readonly action?: { readonly title: string; readonly onPress: () => void };
  /** An error is announced at once. */
  readonly isError?: boolean;
};

export const Message = ({ icon, title, detail, action, isError = false }: MessageProps) => (
  <View
    role={isError ? 'alert' : 'status'}
    style={{ alignItems: 'center', gap: space.s, padding: space.xxl, maxWidth: 480, alignSelf: 'center' }}
  >
    <Icon name={icon} size={40} tone="muted" />
    <Text size="title" align="center">
      {title}
    </Text>
    {detail !== undefined && (
      <Text tone="muted" align="center">
        {detail}
      </Text>
    )}
    {action !== undefined && <Button kind="quiet" style={{ marginTop: space.s }} {...action} />}
  </View>
);
