/** The panels of the open page; pages opened before stay mounted, so that their place is kept. */
import { type ReactNode, useRef, useState } from 'react';
import { View } from 'react-native';
import { Chips } from '../../components/ui/chips.tsx';
import { useWords } from '../../lib/i18n/i18n.ts';
import { useRoom } from '../../lib/layout/layout.ts';
import { useColours } from '../../lib/theme/theme.tsx';
import { space } from '../../lib/theme/tokens.ts';
import { columnsOf, type PageKey, type PanelKey } from './pages.ts';

type PanelsProps = {
  readonly pages: readonly PageKey[];
  readonly open: PageKey;
  readonly panels: Readonly<Record<PanelKey, ReactNode>>;
};

export const Panels = ({ pages, open, panels }: PanelsProps) => {
  const opened = useRef(new Set<PageKey>());
  opened.current.add(open);
  return (
    <View style={{ flex: 1 }}>
      {pages
        .filter((page) => opened.current.has(page))
        .map((page) => (
          <View key={page} role="tabpanel" style={{ flex: 1, display: page === open ? 'flex' : 'none' }}>
            <PanelsOf page={page} panels={panels} />
          </View>
        ))}
    </View>
  );
};

const PanelsOf = ({ page, panels }: { readonly page: PageKey; readonly panels: PanelsProps['panels'] }) => {
  const isPhone = useRoom() === 'phone';
  const keys = columnsOf(page);
  if (isPhone && keys.length > 1) return <Switched keys={keys} panels={panels} />;
  return isPhone ? panels[keys[0] as PanelKey] : <Columns keys={keys} panels={panels} />;
};

const Columns = ({ keys, panels }: { readonly keys: readonly PanelKey[]; readonly panels: PanelsProps['panels'] }) => {
  const colours = useColours();
  return (
    <View style={{ flex: 1, flexDirection: 'row', width: '100%', maxWidth: 1600, alignSelf: 'center' }}>
      {keys.map((key, at) => (
        <View
          key={key}
          style={[
            { minWidth: 0, borderColor: colours.line, borderLeftWidth: at === 0 ? 0 : 1 },
            key === 'feed' ? { width: '36%', minWidth: 340, maxWidth: 480 } : { flex: 1 },
          ]}
        >
          {panels[key]}
        </View>
      ))}
    </View>
  );
};

const Switched = ({ keys, panels }: { readonly keys: readonly PanelKey[]; readonly panels: PanelsProps['panels'] }) => {
  const words = useWords();
  const [shown, setShown] = useState<PanelKey>(keys[0] as PanelKey);
  const titles: Partial<Record<PanelKey, string>> = { teams: words.teams.comparison, lineups: words.teams.lineups };
  return (
    <View style={{ flex: 1 }}>
      <View style={{ paddingVertical: space.xs }}>
        <Chips
          label={words.teams.view}
          choices={keys.map((key) => ({ value: key, title: titles[key] ?? key }))}
          chosen={shown}
          onChoose={setShown}
        />
      </View>
      {panels[shown]}
    </View>
  );
};
