/** A sign that can be pressed; its label is for those who cannot see it. */
import { Icon, type IconName } from './icon.tsx';
import { Touchable } from './touchable.tsx';

type IconButtonProps = { readonly name: IconName; readonly label: string; readonly onPress: () => void };

export const IconButton = ({ name, label, onPress }: IconButtonProps) => (
  <Touchable aria-label={label} onPress={onPress} style={{ alignItems: 'center' }}>
    <Icon name={name} />
  </Touchable>
);
