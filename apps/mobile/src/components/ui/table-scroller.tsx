/** Scrolling of a wide table on phones: head and first column stay. The web's twin does the same with CSS: table-scroller.web.tsx. */
import { createContext, type ReactNode, useContext, useRef } from 'react';
import { Animated, ScrollView, type StyleProp, View, type ViewStyle } from 'react-native';

const SidewaysContext = createContext<Animated.Value | null>(null);

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

export const TableScroller = ({ sections, foot }: TableScrollerProps) => {
  const sideways = useRef(new Animated.Value(0)).current;
  return (
    <SidewaysContext.Provider value={sideways}>
      <Animated.ScrollView
        horizontal
        bounces={false}
        style={{ flex: 1 }}
        scrollEventThrottle={16}
        onScroll={Animated.event([{ nativeEvent: { contentOffset: { x: sideways } } }], { useNativeDriver: true })}
      >
        <ScrollView stickyHeaderIndices={sections.map((_, at) => at * 2)}>
          {sections.flatMap(({ key, head, body }) => [
            <View key={`${key}-head`}>{head}</View>,
            <View key={key}>{body}</View>,
          ])}
          {foot}
        </ScrollView>
      </Animated.ScrollView>
    </SidewaysContext.Provider>
  );
};

type StayingProps = {
  readonly style?: StyleProp<ViewStyle>;
  readonly role?: 'rowheader' | 'columnheader';
  readonly children: ReactNode;
};

/** A cell of the first column. */
export const Staying = ({ style, role, children }: StayingProps) => {
  const sideways = useContext(SidewaysContext);
  return (
    <Animated.View
      role={role}
      style={[style, { zIndex: 1 }, sideways !== null && { transform: [{ translateX: sideways }] }]}
    >
      {children}
    </Animated.View>
  );
};
