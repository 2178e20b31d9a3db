/** All text of the app: one scale, figures of one width, growing with the system's setting up to double. */
import { Text as NativeText, type TextProps as NativeTextProps, type TextStyle } from 'react-native';
import { useColours } from '../../lib/theme/theme.tsx';
import { type Palette, type TypeSize, typeScale } from '../../lib/theme/tokens.ts';

type TextProps = NativeTextProps & {
  readonly size?: TypeSize;
  /** A role of the palette, or a colour of a team. */
  readonly tone?: keyof Palette;
  readonly colour?: string;
  readonly weight?: '400' | '500' | '600' | '700' | '800';
  readonly align?: TextStyle['textAlign'];
  readonly struck?: boolean;
  /** Levels of headings for screen readers: 1 the screen, 2 its parts. */
  readonly heading?: 1 | 2 | 3;
};

export const Text = ({
  size = 'body',
  tone = 'text',
  colour,
  weight,
  align,
  struck,
  heading,
  style,
  ...rest
}: TextProps) => {
  const colours = useColours();
  return (
    <NativeText
      maxFontSizeMultiplier={2}
      {...(heading === undefined ? {} : { role: 'heading' as const, 'aria-level': heading })}
      {...rest}
      style={[
        typeScale[size],
        { color: colour ?? colours[tone], fontVariant: ['tabular-nums'] },
        weight && { fontWeight: weight },
        align && { textAlign: align },
        struck && { textDecorationLine: 'line-through' },
        style,
      ]}
    />
  );
};
