/** Scrolling of a wide table in a browser: one box that scrolls both ways, head and first column stay by CSS. */
import type { ReactNode } from 'react';
import { type StyleProp, View, type ViewStyle } from 'react-native';

// NOTE: React Native's types do not know what its web build passes on to CSS
const both = { flex: 1, overflow: 'auto' } as unknown as ViewStyle;
const stayingHead = { position: 'sticky', top: 0, zIndex: 2, minWidth: 'max-content' } as unknown as ViewStyle;
const stayingCell = { position: 'sticky', left: 0, zIndex: 1 } as unknown as ViewStyle;
const whole = { minWidth: 'max-content' } as unknown as ViewStyle;

export type TableSection = {
  readonly key: string;
  readonly label: string;
  readonly head: ReactNode;
  readonly body: ReactNode;
};

type TableScrollerProps = {
  readonly label: string;
  readonly sections: readonly TableSection[];
  readonly foot?: ReactNode;
};

export const TableScroller = ({ label, sections, foot }: TableScrollerProps) => (
  <View role="region" aria-label={label} tabIndex={0} style={both}>
    {sections.map(({ key, label: name, head, body }) => (
      <View key={key} role="table" aria-label={name} style={whole}>
        <View role="rowgroup" style={stayingHead}>
          {head}
        </View>
        <View role="rowgroup">{body}</View>
      </View>
    ))}
    {foot}
  </View>
);

type StayingProps = {
  readonly style?: StyleProp<ViewStyle>;
  readonly role?: 'rowheader' | 'columnheader';
  readonly children: ReactNode;
};

export const Staying = ({ style, role, children }: StayingProps) => (
  <View role={role} style={[style, stayingCell]}>
    {children}
  </View>
);
