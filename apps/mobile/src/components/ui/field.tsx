/** One line of a form: its name above, what is wrong with it below. */
import { useId, useState } from 'react';
import { TextInput, type TextInputProps, View } from 'react-native';
import { useColours } from '../../lib/theme/theme.tsx';
import { radius, space, touch, typeScale } from '../../lib/theme/tokens.ts';
import { Text } from './text.tsx';
import { Touchable } from './touchable.tsx';

type FieldProps = TextInputProps & {
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | null;
  /** A secret: hidden, with a way to look at it. */
  readonly reveal?: { readonly show: string; readonly hide: string };
};

export const Field = ({ label, hint, problem = null, reveal, ...input }: FieldProps) => {
  const colours = useColours();
  const id = useId();
  const [isShown, setShown] = useState(false);
  const note = problem ?? hint ?? null;
  return (
    <View style={{ gap: space.xs }}>
      <Text size="table" weight="600" nativeID={id}>
        {label}
      </Text>
      <View
        style={{
          flexDirection: 'row',
          alignItems: 'center',
          borderWidth: 1,
          borderRadius: radius.control,
          borderColor: problem === null ? colours.line : colours.missed,
          backgroundColor: colours.surface,
        }}
      >
        <TextInput
          {...input}
          aria-label={label}
          aria-labelledby={id}
          accessibilityHint={note ?? ''}
          secureTextEntry={reveal !== undefined && !isShown}
          placeholderTextColor={colours.muted}
          maxFontSizeMultiplier={2}
          style={[
            typeScale.body,
            { flex: 1, minWidth: 0, minHeight: touch + 4, paddingHorizontal: space.m, color: colours.text },
          ]}
        />
        {reveal !== undefined && (
          <Touchable onPress={() => setShown(!isShown)} style={{ paddingHorizontal: space.m }}>
            <Text size="table" weight="600" tone="accent">
              {isShown ? reveal.hide : reveal.show}
            </Text>
          </Touchable>
        )}
      </View>
      {note !== null && (
        <Text size="caption" tone={problem === null ? 'muted' : 'missed'} role={problem === null ? undefined : 'alert'}>
          {note}
        </Text>
      )}
    </View>
  );
};
