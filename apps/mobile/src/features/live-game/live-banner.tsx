/** The thin bar under the score bug: offline, gone quiet, catching up, or a play that nobody could read (J-7). Nothing while all is well. */
import { isCatchingUp } from '@bball/sync';
import { useEffect, useState } from 'react';
import { Banner } from '../../components/ui/banner.tsx';
import { after } from '../../lib/clock/clock.ts';
import { useWords } from '../../lib/i18n/i18n.ts';
import { useLive } from '../../lib/live-game/game-context.tsx';

/** A blink of the network is nobody's business. */
const patienceMs = 1_500;

const useLasting = (isSo: boolean): boolean => {
  const [hasLasted, setLasted] = useState(false);
  useEffect(() => {
    setLasted(false);
    return isSo ? after(patienceMs, () => setLasted(true)) : undefined;
  }, [isSo]);
  return isSo && hasLasted;
};

export const LiveBanner = () => {
  const words = useWords();
  const isOffline = useLasting(useLive((state) => !state.isConnected));
  const isStale = useLive((state) => state.viewer.phase === 'stale');
  const isBehind = useLasting(useLive((state) => isCatchingUp(state.viewer)));
  const isDegraded = useLive(({ viewer }) => viewer.snapshot?.game.isDegraded === true);
  if (isOffline) return <Banner icon="offline" text={words.app.offline} />;
  if (isStale) return <Banner icon="wait" text={words.game.stale} />;
  if (isBehind) return <Banner icon="wait" text={words.game.catchingUp} />;
  return isDegraded ? <Banner icon="warning" text={words.game.degraded} /> : null;
};
